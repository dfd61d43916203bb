package varve.contract.pkg;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern for names as Verdaccio reads it, whatever the case: `*` stands for anything but a
/// slash, `**` for anything, `?` for one character, `{a,b}` for one of several.
public final class Glob {
    public static final Glob ANYTHING = of("**");

    private final String expression;
    private final Pattern compiled;

    private Glob(String expression) {
        this.expression = expression;
        this.compiled = Pattern.compile(expression, Pattern.DOTALL);
    }

    public static Glob of(String text) {
        return new Glob(Expression.of(text));
    }

    /// Only ASCII changes, since there is nothing else in a name.
    public static String lower(String name) {
        var lower = new StringBuilder(name.length());
        name.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    public boolean covers(String name) {
        return compiled.matcher(lower(name)).matches();
    }

    /// The same as a regular expression for the whole of a name in lower case, of a kind that Java,
    /// PostgreSQL and Lucene read alike.
    public String expression() {
        return expression;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob glob && glob.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression;
    }

    /// Writes a pattern down as a regular expression. An alternative without anything in it is
    /// `()`, since Lucene takes nothing at all for a mistake.
    private static final class Expression {
        private final StringBuilder said = new StringBuilder();
        private int depth;
        private boolean begun;

        static String of(String text) {
            var expression = new Expression();
            var lower = lower(text);
            for (int i = 0; i < lower.length(); i++) {
                boolean twice = lower.startsWith("**", i);
                expression.say(twice ? '\0' : lower.charAt(i));
                i += twice ? 1 : 0;
            }
            return expression.end();
        }

        /// @param c `\0` for two asterisks
        private void say(char c) {
            boolean inside = depth > 0;
            switch (c) {
                case '\0' -> piece(".*");
                case '*' -> piece("[^/]*");
                case '?' -> piece("[^/]");
                case '{' -> open();
                case ',' -> {
                    if (inside) {
                        next("|");
                    } else {
                        piece("\\,");
                    }
                }
                case '}' -> {
                    if (inside) {
                        close();
                    } else {
                        piece("\\}");
                    }
                }
                default -> piece(literal(c));
            }
        }

        private void piece(String piece) {
            said.append(piece);
            begun = true;
        }

        private void open() {
            said.append('(');
            depth++;
            begun = false;
        }

        private void next(String sign) {
            said.append(begun ? sign : "()" + sign);
            begun = false;
        }

        private void close() {
            next(")");
            depth--;
            begun = true;
        }

        private String end() {
            while (depth > 0) {
                close();
            }
            return begun ? said.toString() : "()";
        }

        private static String literal(char c) {
            boolean plain = c > 127 || Character.isLetterOrDigit(c);
            return plain ? String.valueOf(c) : "\\" + c;
        }
    }
}
