package varve.query.pages.readme;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import varve.query.pages.code.Coloured;

/// Gives fenced code its colours. What comes in is harmless already, and the code is escaped anew.
final class Fences {
    private static final String LANGUAGE = "language-";

    private Fences() {}

    static String coloured(String html) {
        if (!html.contains(LANGUAGE)) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (var code : document.select("pre > code[class]")) {
            if (Coloured.knows(language(code))) {
                code.html(Coloured.html(code.wholeText()));
            }
        }
        return document.body().html();
    }

    private static String language(Element code) {
        return code.className().startsWith(LANGUAGE)
                ? code.className().substring(LANGUAGE.length())
                : "";
    }
}
