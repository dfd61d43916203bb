package varve.query.pages.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts JavaScript and TypeScript into pieces that deserve a colour. It need not be right about
/// everything: what it does not know stays plain.
final class Tokens {
    private static final Set<String> WORDS =
            Set.of(
                    "abstract",
                    "any",
                    "as",
                    "asserts",
                    "async",
                    "await",
                    "bigint",
                    "boolean",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "const",
                    "continue",
                    "declare",
                    "default",
                    "delete",
                    "do",
                    "else",
                    "enum",
                    "export",
                    "extends",
                    "false",
                    "finally",
                    "for",
                    "from",
                    "function",
                    "get",
                    "if",
                    "implements",
                    "import",
                    "in",
                    "infer",
                    "instanceof",
                    "interface",
                    "is",
                    "keyof",
                    "let",
                    "namespace",
                    "never",
                    "new",
                    "null",
                    "number",
                    "object",
                    "of",
                    "private",
                    "protected",
                    "public",
                    "readonly",
                    "return",
                    "satisfies",
                    "set",
                    "static",
                    "string",
                    "super",
                    "switch",
                    "symbol",
                    "this",
                    "throw",
                    "true",
                    "try",
                    "type",
                    "typeof",
                    "undefined",
                    "unique",
                    "unknown",
                    "using",
                    "var",
                    "void",
                    "while",
                    "yield");

    /// @param style class of the colour, empty for none
    record Token(int start, int end, String style) {}

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// All of the text in order, without gaps.
    static List<Token> of(String text) {
        var tokens = new Tokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens.found;
    }

    private void next() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            add(until("\n", 0), "c");
        } else if (text.startsWith("/*", at)) {
            add(until("*/", 2), "c");
        } else if (c == '"' || c == '\'' || c == '`') {
            add(string(c), "s");
        } else if (Character.isDigit(c)) {
            add(word(), "n");
        } else if (Character.isJavaIdentifierStart(c)) {
            int end = word();
            var isMember = at > 0 && text.charAt(at - 1) == '.';
            add(end, !isMember && WORDS.contains(text.substring(at, end)) ? "k" : "");
        } else {
            add(at + 1, "");
        }
    }

    private int until(String mark, int length) {
        int end = text.indexOf(mark, at + length);
        return end < 0 ? text.length() : end + length;
    }

    /// Ends at its mark; if it is not a template, at the end of the line at the latest.
    private int string(char mark) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == mark) {
                return i + 1;
            } else if (c == '\n' && mark != '`') {
                return i;
            }
        }
        return text.length();
    }

    private int word() {
        int end = at + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(int end, String style) {
        var last = found.isEmpty() ? null : found.getLast();
        if (style.isEmpty() && last != null && last.style().isEmpty()) {
            found.set(found.size() - 1, new Token(last.start(), end, ""));
        } else {
            found.add(new Token(at, end, style));
        }
        at = end;
    }
}
