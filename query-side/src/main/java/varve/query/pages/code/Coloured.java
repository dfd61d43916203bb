package varve.query.pages.code;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.web.util.HtmlUtils;

/// Signatures as HTML: every character of them escaped, around them only spans of ours and links.
public final class Coloured {
    private static final int LARGEST = 64 << 10;

    private Coloured() {}

    /// @param href what a link's target is on this page
    public static String html(varve.contract.docs.Code code, UnaryOperator<String> href) {
        var out = new StringBuilder();
        int at = 0;
        for (var line : lines(code.text())) {
            for (var piece : line) {
                if (piece.isPlain()) {
                    linked(out, code, at, at + piece.text().length(), href);
                } else {
                    out.append("<span class=\"hl-").append(piece.look()).append("\">");
                    linked(out, code, at, at + piece.text().length(), href);
                    out.append("</span>");
                }
                at += piece.text().length();
            }
            if (at < code.text().length()) {
                out.append('\n');
                at++;
            }
        }
        return out.toString();
    }

    /// A file's lines.
    ///
    /// @param file whose name tells the language
    public static String html(String file, List<String> lines) {
        var out = new StringBuilder("<pre class=\"highlight\"><code>");
        for (var line : Code.ofFile(file, lines)) {
            for (var piece : line) {
                var text = HtmlUtils.htmlEscape(piece.text());
                out.append(
                        piece.isPlain()
                                ? text
                                : "<span class=\"hl-" + piece.look() + "\">" + text + "</span>");
            }
            out.append('\n');
        }
        return out.append("</code></pre>").toString();
    }

    private static List<List<Piece>> lines(String text) {
        var lines = List.of(text.split("\n", -1));
        return Code.of(text.length() > LARGEST ? "" : "ts", lines);
    }

    private static void linked(
            StringBuilder out,
            varve.contract.docs.Code code,
            int start,
            int end,
            UnaryOperator<String> href) {
        int at = start;
        for (var link : code.links()) {
            if (link.start() >= at && link.end() <= end) {
                out.append(HtmlUtils.htmlEscape(code.text().substring(at, link.start())));
                out.append("<a href=\"").append(HtmlUtils.htmlEscape(href.apply(link.to())));
                out.append("\">");
                out.append(HtmlUtils.htmlEscape(code.text().substring(link.start(), link.end())));
                out.append("</a>");
                at = link.end();
            }
        }
        out.append(HtmlUtils.htmlEscape(code.text().substring(at, end)));
    }
}
