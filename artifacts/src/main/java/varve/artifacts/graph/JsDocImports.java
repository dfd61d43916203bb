package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import varve.artifacts.engine.Comment;

/// Types that JavaScript names in its documentation: `{import("./flag.ts").Flag}` and `@import {
/// Flag } from "./flag.ts"`, by the rules by which Deno finds them.
final class JsDocImports {
    private static final String QUOTE = "(?:\"[^\"]*+\"|'[^']*+')";
    private static final String WORD = "\\p{IsAlphabetic}[^\\s:-]*+";
    private static final String PAIR = "(?:%s|%s)\\s*+:\\s*+%s".formatted(QUOTE, WORD, QUOTE);
    private static final String BLOCK =
            "\\{\\s*+(?:%1$s(?:\\s*+,\\s*+%1$s)*+)?\\s*+}".formatted(PAIR);
    private static final Pattern IN_BRACES =
            Pattern.compile(
                    "import\\s*+\\(\\s*+(?<name>%s)\\s*+(?:,\\s*+\\{\\s*+with\\s*+:\\s*+(?<with>%s)\\s*+})?\\s*+\\)[^}]*+}"
                            .formatted(QUOTE, BLOCK));
    private static final Pattern TAG =
            Pattern.compile(
                    ("@import\\s++(?:\\{[^}]*+}|\\*\\s*+as\\s++%1$s\\s++|%1$s\\s++)\\s*+from\\s*+(?<name>%2$s)"
                                    + "\\s*+(?:with\\s*+(?<with>%3$s))?")
                            .formatted(WORD, QUOTE, BLOCK));
    private static final Pattern MODE =
            Pattern.compile("[\"']resolution-mode[\"']\\s*:\\s*[\"'](import|require)[\"']");

    private JsDocImports() {}

    /// In the order of the text.
    static List<Pragma> of(List<Comment> comments) {
        var found = new ArrayList<Pragma>();
        for (var comment : comments) {
            if (!comment.line() && comment.value().startsWith("*")) {
                inBraces(comment, found);
                tags(comment, found);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(one -> one.named().start()))
                .distinct()
                .toList();
    }

    /// An `import` counts when a brace before it is still open, and no other stands between.
    private static void inBraces(Comment comment, List<Pragma> found) {
        var text = comment.value();
        var matcher = IN_BRACES.matcher(text);
        int last = 0;
        for (int at = text.indexOf("import"); at >= 0; at = text.indexOf("import", at + 1)) {
            if (isOpen(text, last, at) && matcher.region(at, text.length()).lookingAt()) {
                found.add(pragma(comment, matcher));
            }
            last = at;
        }
    }

    private static boolean isOpen(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '{' || text.charAt(i) == '}') {
                return text.charAt(i) == '{';
            }
        }
        return false;
    }

    private static void tags(Comment comment, List<Pragma> found) {
        var text = comment.value();
        var matcher = TAG.matcher(text);
        for (int at = text.indexOf("@import"); at >= 0; at = text.indexOf("@import", at + 1)) {
            if (matcher.region(at, text.length()).lookingAt()) {
                found.add(pragma(comment, matcher));
            }
        }
    }

    private static Pragma pragma(Comment comment, Matcher matcher) {
        int start = comment.valueStart() + matcher.start("name");
        int end = comment.valueStart() + matcher.end("name");
        var quoted = matcher.group("name");
        var named = new Named(quoted.substring(1, quoted.length() - 1), start, end, true);
        var block = matcher.group("with");
        var mode = MODE.matcher(block == null ? "" : block);
        return new Pragma(Pragma.Kind.JSDOC, named, mode.find() ? mode.group(1) : "");
    }
}
