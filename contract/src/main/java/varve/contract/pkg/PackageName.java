package varve.contract.pkg;

import java.util.Set;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A package's name within its scope. Packages of sources keep to JSR's rule ({@link #isPlain()});
/// npm clients know other names too: up to 214 characters, capitals, dots and underscores.
public record PackageName(String text) implements Text {
    private static final int LONGEST = 214;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-][A-Za-z0-9._-]*");

    /// Names that npm keeps from being given, and the one that addresses begin with.
    private static final Set<String> TAKEN = Set.of("node_modules", "favicon.ico", "-");

    public PackageName {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refused(text, "it must have 1 to " + LONGEST + " characters");
        }
        if (!SHAPE.matcher(text).matches() || TAKEN.contains(text)) {
            throw refused(text, "only letters, digits, '-', '.' and '_' are allowed");
        }
    }

    /// @throws Refused when the text is not a package name
    public static PackageName of(String text) {
        return new PackageName(text);
    }

    /// JSR's rule: 2 to 58 of `a-z`, `0-9` and `-`, no hyphen at either end and no two in a row.
    public boolean isPlain() {
        return text.length() >= 2 && text.length() <= 58 && PLAIN.matcher(text).matches();
    }

    /// @throws Refused when it does not keep to JSR's rule
    public void requirePlain() {
        if (text.length() < 2 || text.length() > 58) {
            throw refused(text, "it must have 2 to 58 characters");
        }
        if (!isPlain()) {
            throw refused(text, "only a-z, 0-9 and single hyphens between them are allowed");
        }
    }

    /// What makes two names in one scope the same.
    public String canonical() {
        return isPlain() ? text.replace("-", "") : text;
    }

    private static Refused refused(String text, String why) {
        return new Refused(new Refusal.PackageNameNotAllowed(text, why));
    }
}
