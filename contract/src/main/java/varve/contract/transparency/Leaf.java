package varve.contract.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the transparency log says about one fact, in one line: where it stands, what everybody may
/// know of it, and a commitment to all of it.
///
/// @param position in the log; the leaf's index is one less
/// @param said what is public, in words `key=value`; nothing for what is not
/// @param commitment lower-case hexadecimal, see {@link Statement}
public record Leaf(long position, Optional<String> said, String commitment) {
    private static final Pattern LINE =
            Pattern.compile("fact (\\d{1,18}) (.+) commitment=sha256-([0-9a-f]{64})\n");
    private static final String SEALED = "sealed";

    /// @throws IllegalArgumentException when it is no leaf
    public static Leaf parse(byte[] content) {
        var line = LINE.matcher(new String(content, StandardCharsets.UTF_8));
        if (!line.matches()) {
            throw new IllegalArgumentException("not a leaf of this log");
        }
        var said = line.group(2);
        return new Leaf(
                Long.parseLong(line.group(1)),
                said.equals(SEALED) ? Optional.empty() : Optional.of(said),
                line.group(3));
    }

    public String text() {
        return "fact %d %s commitment=sha256-%s\n"
                .formatted(position, said.orElse(SEALED), commitment);
    }

    public byte[] content() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
