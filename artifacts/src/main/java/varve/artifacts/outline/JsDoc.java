package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Doc;

/// Reads documentation comments: text, then tags, each at the start of a line. What stands in a
/// fenced block is never a tag.
final class JsDoc {
    private static final Pattern MARGIN = Pattern.compile("^[ \\t]*\\*[ \\t]?");
    private static final Pattern TAG = Pattern.compile("^[ \\t]*@([A-Za-z][A-Za-z0-9_-]*)(.*)$");
    private static final Pattern FENCE = Pattern.compile("^[ \\t]*(```|~~~).*");

    /// Names that mean the same.
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("arg", "param"),
                    Map.entry("argument", "param"),
                    Map.entry("return", "returns"),
                    Map.entry("exception", "throws"),
                    Map.entry("defaultValue", "default"),
                    Map.entry("defaultvalue", "default"),
                    Map.entry("prop", "property"),
                    Map.entry("typeParam", "template"),
                    Map.entry("typeparam", "template"),
                    Map.entry("extends", "augments"),
                    Map.entry("constructor", "class"));

    private JsDoc() {}

    /// @param value of the comment, without the marks around it, beginning with the second star
    static Doc of(String value) {
        var text = new StringBuilder();
        var tags = new ArrayList<Doc.Tag>();
        @Nullable String tag = null;
        var current = text;
        var fenced = false;
        for (var line : lines(value)) {
            fenced ^= FENCE.matcher(line).matches();
            var matcher = TAG.matcher(line);
            if (!fenced && matcher.matches()) {
                finish(tags, tag, current);
                tag = matcher.group(1);
                current = new StringBuilder(matcher.group(2));
            } else {
                current.append(current.isEmpty() ? "" : "\n").append(line);
            }
        }
        finish(tags, tag, current);
        return new Doc(text.toString().strip(), tags, Map.of());
    }

    private static List<String> lines(String value) {
        return value.substring(1)
                .lines()
                .map(line -> MARGIN.matcher(line).replaceFirst("").stripTrailing())
                .toList();
    }

    private static void finish(List<Doc.Tag> tags, @Nullable String name, StringBuilder rest) {
        if (name != null) {
            tags.add(tag(USUAL.getOrDefault(name, name), rest.toString().strip()));
        }
    }

    private static Doc.Tag tag(String name, String rest) {
        @Nullable String type = null;
        var text = rest;
        if (takesType(name) && text.startsWith("{") && !text.startsWith("{@")) {
            int end = closing(text);
            type = text.substring(1, end).strip();
            text = text.substring(Math.min(end + 1, text.length())).strip();
        }
        return switch (name) {
            case "param", "property", "template" -> named(name, type, text);
            default -> new Doc.Tag(name, type, null, text);
        };
    }

    private static boolean takesType(String name) {
        return switch (name) {
            case "param",
                    "property",
                    "returns",
                    "throws",
                    "type",
                    "typedef",
                    "this",
                    "enum",
                    "augments",
                    "template" ->
                    true;
            default -> false;
        };
    }

    /// `name`, `[name]` or `[name=default]`, then perhaps a dash.
    private static Doc.Tag named(String tag, @Nullable String type, String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : firstGap(text);
        if (end <= 0) {
            end = firstGap(text);
        }
        var word = text.substring(0, end);
        var about = word.startsWith("[") ? word.replaceAll("^\\[|=.*$|]$", "").strip() : word;
        var rest = text.substring(end).strip().replaceFirst("^-\\s+", "");
        return new Doc.Tag(tag, type, about, rest);
    }

    private static int firstGap(String text) {
        int i = 0;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Where the first brace is closed; the end of the text if it never is.
    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
