package varve.query.pages.readme;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns `{@link Name}`, `{@link Name|label}` and `{@link https://… label}` into Markdown. Fenced
/// blocks are left as they are.
final class InlineLinks {
    private static final Pattern LINK =
            Pattern.compile("\\{@link(code|plain)?\\s+([^\\s|}]+)(?:[\\s|]+([^}]*))?}");
    private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~)");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>]");

    private InlineLinks() {}

    static String resolved(String markdown, String base, Map<String, String> links) {
        if (!markdown.contains("{@link")) {
            return markdown;
        }
        var out = new StringBuilder();
        var fenced = false;
        for (var line : markdown.lines().toList()) {
            fenced ^= FENCE.matcher(line).find();
            out.append(
                            fenced
                                    ? line
                                    : LINK.matcher(line)
                                            .replaceAll(found -> quoted(link(found, base, links))))
                    .append('\n');
        }
        return out.toString();
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private static String link(MatchResult found, String base, Map<String, String> links) {
        var target = found.group(2);
        var said = found.group(3);
        var label = said == null || said.isBlank() ? target : said.strip();
        var text =
                "code".equals(found.group(1)) && label.indexOf('`') < 0
                        ? "`" + label + "`"
                        : MARKS.matcher(label).replaceAll("\\\\$0");
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return "[" + text + "](<" + target.replaceAll("[<>\\\\]", "") + ">)";
        }
        var to = links.get(target);
        return to == null ? text : "[" + text + "](<" + address(base, to) + ">)";
    }

    private static String address(String base, String to) {
        var address = Links.OURS + (to.startsWith("/") ? to : base + "/" + to);
        return address.replaceAll("[<>\\\\\\s]", "");
    }
}
