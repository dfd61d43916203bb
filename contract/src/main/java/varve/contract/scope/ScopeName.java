package varve.contract.scope;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A scope's name without the `@`. Scopes of sources keep to JSR's rule ({@link #isPlain()}); npm
/// clients know other names too: up to 214 characters, capitals, dots and underscores.
///
/// An npm package without a scope is the only one in a scope of its own, whose name is the
/// package's behind a tilde: `~flag`. So it has members and a history like all others.
public record ScopeName(String text) implements Text {
    private static final int LONGEST = 214;
    private static final char SOLO = '~';
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*|~[A-Za-z0-9-][A-Za-z0-9._-]*");

    public ScopeName {
        if (text.length() > LONGEST + 1 || !SHAPE.matcher(text).matches()) {
            throw refused(text, "only letters, digits, '-', '.' and '_' are allowed");
        }
    }

    /// @throws Refused when the text is not a scope name
    public static ScopeName of(String text) {
        return new ScopeName(text);
    }

    /// The scope of an npm package that has none.
    public static ScopeName solo(String name) {
        return new ScopeName(SOLO + name);
    }

    /// Whether it holds one package only, which is called like it.
    public boolean isSolo() {
        return text.charAt(0) == SOLO;
    }

    /// JSR's rule: 2 to 20 of `a-z`, `0-9` and `-`, no hyphen at either end and no two in a row.
    public boolean isPlain() {
        return text.length() >= 2 && text.length() <= 20 && PLAIN.matcher(text).matches();
    }

    /// @throws Refused when it does not keep to JSR's rule
    public void requirePlain() {
        if (text.length() < 2 || text.length() > 20) {
            throw refused(text, "it must have 2 to 20 characters");
        }
        if (!isPlain()) {
            throw refused(text, "only a-z, 0-9 and single hyphens between them are allowed");
        }
    }

    /// What makes two names the same: `my-scope` and `myscope` cannot both exist. Names that only
    /// npm clients know are the same when they are equal.
    public String canonical() {
        return isPlain() ? text.replace("-", "") : text;
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
