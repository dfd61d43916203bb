package varve.query.pages.code;

import org.springframework.web.util.HtmlUtils;

import varve.contract.docs.Code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Code as HTML: every character of it escaped, around it only spans of ours and links.
public final class Coloured {
    private static final int LARGEST = 256 << 10;
    private static final Set<String> KNOWN =
            Set.of(
                    "ts",
                    "typescript",
                    "js",
                    "javascript",
                    "tsx",
                    "jsx",
                    "mts",
                    "mjs",
                    "json",
                    "jsonc");

    private Coloured() {}

    /// Whether a language, as a fence or a file's extension names it, is known here.
    public static boolean knows(String language) {
        return KNOWN.contains(language.toLowerCase(java.util.Locale.ROOT));
    }

    public static String html(String code) {
        return html(Code.plain(code), UnaryOperator.identity());
    }

    /// @param href what a link's target is on this page
    public static String html(Code code, UnaryOperator<String> href) {
        var out = new StringBuilder();
        for (var piece : pieces(code.text())) {
            var text = code.text().substring(piece.start(), piece.end());
            if (piece.style().isEmpty()) {
                linked(out, code, piece, href);
            } else {
                span(out, text, piece.style());
            }
        }
        return out.toString();
    }

    /// The same line by line, for pages that number them. No span reaches over the end of a line.
    public static List<String> lines(List<String> lines) {
        var text = String.join("\n", lines);
        var out = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            var parts = text.substring(piece.start(), piece.end()).split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    out.add(line.toString());
                    line.setLength(0);
                }
                if (!parts[i].isEmpty()) {
                    span(line, parts[i], piece.style());
                }
            }
        }
        out.add(line.toString());
        return out;
    }

    private static List<Tokens.Token> pieces(String text) {
        return text.length() > LARGEST
                ? List.of(new Tokens.Token(0, text.length(), ""))
                : Tokens.of(text);
    }

    private static void span(StringBuilder out, String text, String style) {
        if (style.isEmpty()) {
            out.append(HtmlUtils.htmlEscape(text));
            return;
        }
        out.append("<span class=\"").append(style).append("\">");
        out.append(HtmlUtils.htmlEscape(text)).append("</span>");
    }

    private static void linked(
            StringBuilder out, Code code, Tokens.Token piece, UnaryOperator<String> href) {
        int at = piece.start();
        for (var link : code.links()) {
            if (link.start() >= at && link.end() <= piece.end()) {
                out.append(HtmlUtils.htmlEscape(code.text().substring(at, link.start())));
                out.append("<a href=\"").append(HtmlUtils.htmlEscape(href.apply(link.to())));
                out.append("\">");
                out.append(HtmlUtils.htmlEscape(code.text().substring(link.start(), link.end())));
                out.append("</a>");
                at = link.end();
            }
        }
        out.append(HtmlUtils.htmlEscape(code.text().substring(at, piece.end())));
    }
}
