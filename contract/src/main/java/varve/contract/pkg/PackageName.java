package varve.contract.pkg;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A package's name within its scope: 2 to 58 of `a-z`, `0-9` and `-`, no hyphen at either end and
/// no two in a row (JSR's rule).
public record PackageName(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public PackageName {
        if (text.length() < 2 || text.length() > 58) {
            throw refused(text, "it must have 2 to 58 characters");
        }
        if (!SHAPE.matcher(text).matches()) {
            throw refused(text, "only a-z, 0-9 and single hyphens between them are allowed");
        }
    }

    /// @throws Refused when the text is not a package name
    public static PackageName of(String text) {
        return new PackageName(text);
    }

    /// What makes two names in one scope the same.
    public String canonical() {
        return text.replace("-", "");
    }

    private static Refused refused(String text, String why) {
        return new Refused(new Refusal.PackageNameNotAllowed(text, why));
    }
}
