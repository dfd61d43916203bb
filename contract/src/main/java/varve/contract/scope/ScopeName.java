package varve.contract.scope;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A scope's name without the `@`: 2 to 20 of `a-z`, `0-9` and `-`, no hyphen at either end and no
/// two in a row (JSR's rule).
public record ScopeName(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ScopeName {
        if (text.length() < 2 || text.length() > 20) {
            throw refused(text, "it must have 2 to 20 characters");
        }
        if (!SHAPE.matcher(text).matches()) {
            throw refused(text, "only a-z, 0-9 and single hyphens between them are allowed");
        }
    }

    /// @throws Refused when the text is not a scope name
    public static ScopeName of(String text) {
        return new ScopeName(text);
    }

    /// What makes two names the same: `my-scope` and `myscope` cannot both exist.
    public String canonical() {
        return text.replace("-", "");
    }

    /// What the eye makes of it: characters that look alike are written alike.
    public String skeleton() {
        return canonical()
                .replace("rn", "m")
                .replace("vv", "w")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('5', 's');
    }

    /// The stream of its history in the log.
    public String stream() {
        return "scope:" + canonical();
    }

    @Override
    public String toString() {
        return "@" + text;
    }

    private static Refused refused(String text, String why) {
        return new Refused(new Refusal.ScopeNameNotAllowed(text, why));
    }
}
