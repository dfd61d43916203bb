package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// What READMEs elsewhere, feed readers, search engines, browsers and editors read.
@ExtendWith(TellsLogs.class)
class FeedsAndBadgesTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final String HERE = VARVE.registry().toString().replaceAll("/$", "");
    private static String scope;

    @BeforeAll
    static void there_are_flags() {
        scope = PublishedFlags.on(VARVE);
    }

    @Test
    void a_badge_is_a_picture_drawn_here_that_loads_nothing() throws Exception {
        var answer = get("/badges/@" + scope + "/flag").is(200);
        assertThat(answer.header("Content-Type")).contains("image/svg+xml");
        assertThat(answer.header("Cache-Control").orElse("")).contains("max-age=300");
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("sandbox");
        var svg = xml(answer);
        assertThat(svg.getDocumentElement().getAttribute("aria-label"))
                .isEqualTo("@" + scope + "/flag: 1.0.0");
        assertThat(texts(svg, "text")).containsExactly("@" + scope + "/flag", "1.0.0");
        assertThat(answer.text()).doesNotContain("href", "script", "url(");
        int width = Integer.parseInt(svg.getDocumentElement().getAttribute("width"));
        var boxes = svg.getElementsByTagName("rect");
        assertThat(number(boxes, 0, "width") + number(boxes, 1, "width")).isEqualTo(width);
        assertThat(number(boxes, 1, "x")).isEqualTo(number(boxes, 0, "width"));
    }

    @Test
    void there_are_badges_for_score_downloads_and_scope() throws Exception {
        var of = "/badges/@" + scope;
        assertThat(texts(xml(get(of).is(200)), "text")).containsExactly("varve", "@" + scope);
        assertThat(texts(xml(get(of + "/flag/score").is(200)), "text").getLast())
                .matches("\\d{1,3}%");
        assertThat(texts(xml(get(of + "/flag/total-downloads").is(200)), "text").getLast())
                .matches("\\d+");
        assertThat(texts(xml(get(of + "/flag/weekly-downloads").is(200)), "text").getLast())
                .matches("\\d+/week");
        for (var missing : List.of("/nothing", "/nothing/score", "/nothing/total-downloads")) {
            get(of + missing).is(404);
        }
        get("/badges/@nobody-here").is(404);
    }

    @Test
    void whoever_draws_badges_is_told_what_is_on_them() {
        var asked = get("/badges/@" + scope + "/flag", "Accept", "application/json").is(200);
        assertThat(asked.header("Vary").orElse("")).matches("(?i)accept(,.*)?");
        assertThat(asked.text())
                .isEqualTo(
                        "{\"schemaVersion\":1,\"label\":\"@%s/flag\",\"message\":\"1.0.0\","
                                        .formatted(scope)
                                + "\"labelColor\":\"0e4351\",\"color\":\"2e6b3f\"}");
    }

    @Test
    void feeds_tell_what_was_published() throws Exception {
        var answer = get("/@" + scope + "/flag/feed.atom").is(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/atom+xml");
        var feed = xml(answer);
        assertThat(texts(feed, "title"))
                .containsExactly("@" + scope + "/flag", "@" + scope + "/flag@1.0.0");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith(HERE));
        assertThat(texts(feed, "updated")).hasSize(2).allMatch(at -> at.endsWith("Z"));
        assertThat(texts(xml(get("/feed.atom").is(200)), "title"))
                .contains("@" + scope + "/flag@1.0.0");
        get("/@" + scope + "/nothing/feed.atom").is(404);
    }

    @Test
    void search_engines_and_browsers_are_told_the_way() throws Exception {
        var robots = get("/robots.txt").is(200).text();
        assertThat(robots).contains("Sitemap: " + HERE + "/sitemap.xml", "Disallow: /api/");
        assertThat(texts(xml(get("/sitemap.xml").is(200)), "loc"))
                .contains(HERE + "/", HERE + "/docs/publish", HERE + "/@" + scope + "/flag");
        var search = xml(get("/opensearch.xml").is(200)).getElementsByTagName("Url").item(0);
        assertThat(search.getAttributes().getNamedItem("template").getNodeValue())
                .isEqualTo(HERE + "/packages?search={searchTerms}");
        var schema = get("/schema/config-file.v1.json").is(200);
        assertThat(schema.json().path("properties").has("exports")).isTrue();
        assertThat(schema.header("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "excluded-module",
                "invalid-path",
                "case-insensitive-duplicate-path",
                "unsupported-file-type",
                "invalid-external-import",
                "missing-license",
                "invalid-license",
                "slow-type",
                "slow-type-missing-explicit-type",
                "zap-missing-explicit-type",
                "use",
                "publish",
                "deno",
                "node",
                "ci",
                "private",
                "verdaccio",
                "audit"
            })
    void what_clients_print_leads_to_where_the_manual_explains_it(String id) {
        var place = get("/go/" + id).is(302).header("Location").orElseThrow();
        assertThat(place).contains("/docs/").contains("#");
        var anchor = "id=\"" + place.substring(place.indexOf('#') + 1) + "\"";
        for (var language : List.of("en", "pt")) {
            var page = get(URI.create(place).getPath(), "Accept-Language", language).is(200);
            assertThat(page.text()).contains("<html lang=\"" + language + "\">", anchor);
        }
    }

    private static Answer get(String path, String... headers) {
        return Web.get(VARVE.registry().resolve(path), headers);
    }

    private static Document xml(Answer answer) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()));
    }

    private static List<String> texts(Document document, String element) {
        var found = document.getElementsByTagName(element);
        var texts = new ArrayList<String>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static int number(NodeList boxes, int n, String attribute) {
        var value = boxes.item(n).getAttributes().getNamedItem(attribute).getNodeValue();
        return Integer.parseInt(value);
    }
}
