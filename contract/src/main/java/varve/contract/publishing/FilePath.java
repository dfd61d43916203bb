package varve.contract.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A file inside a package, from its root: `/src/mod.ts`. A value of this type cannot escape the
/// package, clash on a case-insensitive disk's reserved names, or hide in a tool's own folder
/// (JSR's rules, with device names checked before the first dot).
public record FilePath(String text) implements Text {
    private static final int LONGEST = 155;
    private static final int LONGEST_NAME = 95;
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9$()+\\-.@\\[\\]_{}~/]*");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?");
    private static final Set<String> RESERVED = Set.of("_dist");

    public FilePath {
        var flaw = flaw(text);
        if (flaw.isPresent()) {
            throw new Refused(new Refusal.Malformed("path '" + text + "': " + flaw.get()));
        }
    }

    /// @throws Refused when the text is not such a path
    public static FilePath of(String text) {
        return new FilePath(text);
    }

    /// Why this text is not a path inside a package, if it is not.
    public static Optional<String> flaw(String text) {
        if (!text.startsWith("/")) {
            return Optional.of("it must start with a slash");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("it must not be longer than " + LONGEST + " bytes");
        }
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.of("it must only contain A-Z a-z 0-9 $ ( ) + - . @ [ ] _ { } ~");
        }
        var segments = text.substring(1).split("/", -1);
        if (segments[segments.length - 1].length() > LONGEST_NAME) {
            return Optional.of("the file name must not be longer than " + LONGEST_NAME + " bytes");
        }
        if (RESERVED.contains(segments[0].toLowerCase(Locale.ROOT))) {
            return Optional.of("the folder _dist is reserved");
        }
        for (var segment : segments) {
            if (segment.isEmpty()) {
                return Optional.of("it must not have an empty segment");
            }
            if (segment.endsWith(".")) {
                return Optional.of("no segment may end with a dot");
            }
            if (DEVICE.matcher(segment).matches()) {
                return Optional.of("'" + segment + "' is a device name on Windows");
            }
        }
        return Optional.empty();
    }

    /// The last segment.
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
