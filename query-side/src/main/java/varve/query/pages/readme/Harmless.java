package varve.query.pages.readme;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Leaves of HTML what can only be read: no scripts, styles, forms or frames, no names or ids that
/// our pages use, and links that search engines do not follow.
final class Harmless {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,100}");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}%?");
    private static final Pattern ALIGNMENT = Pattern.compile("(?i)left|center|right");
    private static final String[] ALIGNED = {
        "p", "div", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "img"
    };
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_-]{1,30}");
    private static final Pattern COLOUR = Pattern.compile("hl-[a-z]{1,10}");
    private static final Pattern ALERT = Pattern.compile("alert alert-[a-z]{1,10}|alert-title");

    private Harmless() {}

    static String html(String html, Links links) {
        return policy(links).sanitize(html);
    }

    private static PolicyFactory policy(Links links) {
        return new HtmlPolicyBuilder()
                .withPreprocessor(next -> new PicturesHere(next, links))
                .allowCommonBlockElements()
                .allowCommonInlineFormattingElements()
                .allowElements("a", "hr", "pre", "del", "ins", "kbd", "samp", "var", "mark", "abbr")
                .allowElements("dl", "dt", "dd", "details", "summary", "picture", "img", "q")
                .allowElements("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption")
                .allowElements(Harmless::onlyTicked, "input")
                .allowElements(Harmless::aligned, ALIGNED)
                .allowWithoutAttributes("a", "span")
                .allowUrlProtocols("https", "http", "mailto")
                .requireRelsOnLinks("nofollow", "noopener", "ugc")
                .allowAttributes("href")
                .matching((_, _, value) -> links.link(value).orElse(null))
                .onElements("a")
                .allowAttributes("src")
                .matching((_, _, value) -> links.picture(value).orElse(null))
                .onElements("img")
                .allowAttributes("id")
                .matching((_, _, value) -> prefixed(value))
                .globally()
                .allowAttributes("align")
                .matching(ALIGNMENT)
                .onElements(ALIGNED)
                .allowAttributes("width", "height")
                .matching(LENGTH)
                .onElements("img", "td", "th")
                .allowAttributes("class")
                .matching(LANGUAGE)
                .onElements("code")
                .allowAttributes("class")
                .matching(COLOUR)
                .onElements("span")
                .allowAttributes("class")
                .matching(ALERT)
                .onElements("div", "p")
                .allowAttributes("alt", "title")
                .globally()
                .allowAttributes("colspan", "rowspan", "start")
                .matching(LENGTH)
                .onElements("td", "th", "ol")
                .allowAttributes("open")
                .onElements("details")
                .allowAttributes("type", "checked", "disabled")
                .onElements("input")
                .toFactory();
    }

    private static @Nullable String prefixed(String id) {
        return ID.matcher(id).matches() ? Links.ID_PREFIX + id : null;
    }

    /// HTML of today aligns by style sheet.
    private static String aligned(String element, List<String> attributes) {
        int at = attributes.indexOf("align");
        if (at >= 0 && at % 2 == 0) {
            var side = attributes.get(at + 1).toLowerCase(Locale.ROOT);
            attributes.subList(at, at + 2).clear();
            attributes.addAll(List.of("class", "to-" + side));
        }
        return element;
    }

    /// The boxes of task lists, which nobody can tick here.
    private static @Nullable String onlyTicked(String element, List<String> attributes) {
        boolean checked = attributes.contains("checked");
        int type = attributes.indexOf("type");
        if (type < 0 || !attributes.get(type + 1).equalsIgnoreCase("checkbox")) {
            return null;
        }
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", ""));
        attributes.addAll(List.of("aria-label", checked ? "done" : "to do"));
        if (checked) {
            attributes.addAll(List.of("checked", ""));
        }
        return element;
    }
}
