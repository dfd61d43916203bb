package varve.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// Documentation, score, dependencies and differences of real versions, as people and programs get
/// them; some of what their author wrote is hostile.
@ExtendWith(TellsLogs.class)
class DocumentationPagesTest {
    private static final RunningVarve VARVE = Shared.varve();

    private static DocumentedFlags flags;

    @BeforeAll
    static void luca_publishes_flags() {
        flags = DocumentedFlags.publish(VARVE);
    }

    @Test
    void an_entry_point_lists_its_symbols_with_a_word_about_each() {
        var page = page(flags.pkg() + "/doc");

        assertThat(page.expectFirst(".prose").text()).startsWith("All about flags.");
        assertThat(page.select(".prose a[href$=/doc/~/Flag]")).isNotEmpty();
        assertThat(page.select(".symbols dt a").eachText()).contains("Flag", "wave");
        assertThat(page.select(".symbols dd").eachText()).contains("Waves a flag.");
    }

    @Test
    void a_symbol_has_a_page_with_its_signature_and_a_way_to_its_source() {
        var page = page(flags.pkg() + "/doc/~/wave");

        assertThat(page.select("pre.code").text())
                .isEqualTo("function wave(flag: Flag, times: number, gently?: boolean): void");
        assertThat(page.select("pre.code a").attr("href")).endsWith("/doc/~/Flag");
        var source = page.select(".declaration > .facts a").attr("href");
        assertThat(source).contains("/1.1.0/mod.ts#L");
        assertThat(page(source.substring(1)).select("#" + source.replaceAll(".*#", "")).text())
                .contains("export function wave");
    }

    @Test
    void members_examples_and_deprecations_are_shown() {
        var flag = page(flags.pkg() + "@1.0.0/doc/~/Flag");
        assertThat(flag.select(".member pre.code").eachText())
                .containsExactly(
                        "new (colour: string)", "colour: string", "wave(times: number): boolean");
        var spots = flag.select(".member .spot");
        assertThat(spots.eachText())
                .hasSize(3)
                .allMatch(text -> text.matches("\\w+: Defined in mod\\.ts:\\d+"));
        assertThat(spots.eachAttr("href"))
                .containsExactlyElementsOf(
                        spots.eachText().stream()
                                .map(text -> text.replaceFirst(".*:", ""))
                                .map(line -> "/" + flags.pkg() + "/1.0.0/mod.ts#L" + line)
                                .toList());
        assertThat(flag.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(flag.select(".member h3").eachText()).contains("By day");
        assertThat(flag.select(".member .prose pre [class^=hl-]")).isNotEmpty();

        var cloth = page(flags.pkg() + "@1.0.0/doc/~/Cloth");
        assertThat(cloth.select(".notice.bad").text()).contains("deprecated").contains("wool");
    }

    @Test
    void every_version_has_documentation_of_its_own() {
        assertThat(page(flags.pkg() + "@1.0.0/doc/all_symbols").select("th a").eachText())
                .contains("Cloth", "Flag", "wave")
                .doesNotContain("fast");
        assertThat(page(flags.pkg() + "@1.1.0/doc/all_symbols").select("th a").eachText())
                .contains("fast", "wave")
                .doesNotContain("Cloth");
        assertThat(page(flags.pkg() + "/doc/all_symbols?search=wav").select("th a").eachText())
                .containsExactly("wave");
    }

    @Test
    void two_versions_are_compared() {
        var diff = get(Api.packagePath(flags.pkg()) + "/diff/1.0.0/1.1.0");
        assertThat(texts(diff.path("symbols").path("added"))).containsExactly("fast");
        assertThat(texts(diff.path("symbols").path("removed"))).containsExactly("Cloth");
        assertThat(texts(diff.path("symbols").path("changed"))).containsExactly("wave");
        assertThat(texts(diff.path("files").path("changed")))
                .containsExactly("/deno.json", "/mod.ts");

        var page = page(flags.pkg() + "/diff/1.0.0/1.1.0");
        assertThat(page.select(".changes del").text()).contains("times?: number");
        assertThat(page.select(".changes ins").text()).contains("gently?: boolean");
    }

    @Test
    void the_score_is_that_of_the_latest_version() {
        var score = get(Api.packagePath(flags.pkg()) + "/score");
        assertThat(score.path("hasReadme").asBoolean()).isTrue();
        assertThat(score.path("hasReadmeExamples").asBoolean()).isTrue();
        assertThat(score.path("allEntrypointsDocs").asBoolean()).isTrue();
        assertThat(score.path("percentageDocumentedSymbols").asDouble()).isEqualTo(0.5);
        assertThat(score.path("allFastCheck").asBoolean()).isFalse();
        assertThat(score.path("hasDescription").asBoolean()).isTrue();
        assertThat(score.path("total").asInt()).isEqualTo(2 + 1 + 1 + 3 + 1);
        assertThat(get(Api.packagePath(flags.pkg())).path("score").asInt()).isEqualTo(47);

        var page = page(flags.pkg() + "/score");
        assertThat(page.select("h1.plain").text()).contains("47");
        assertThat(page.select("#slow-types ~ ul li").text()).contains("missing-explicit-type");
    }

    @Test
    void what_it_needs_and_who_needs_it() {
        var dependents = get(Api.packagePath(flags.pkg()) + "/dependents");
        assertThat(dependents.path("total").asInt()).isEqualTo(1);
        assertThat(dependents.path("items").path(0).path("package").asString()).isEqualTo("pole");

        var graph = get(Api.packagePath(flags.pole()) + "/versions/1.0.0/dependencies/graph");
        assertThat(graph.valueStream().map(item -> item.path("dependency").path("type").asString()))
                .containsExactly("root", "jsr", "npm");
        assertThat(graph.path(1).path("dependency").path("version").asString()).isEqualTo("1.1.0");
        assertThat(graph.path(1).path("children").path(0).asInt()).isEqualTo(2);

        assertThat(page(flags.pole() + "/dependencies").select("svg .node text").eachText())
                .anyMatch(text -> text.startsWith(flags.pkg().substring(0, 20)))
                .contains("left-pad@^1");
        assertThat(page(flags.pkg() + "/dependents").select("th a").eachText())
                .containsExactly(flags.pole());
    }

    @Test
    void programs_get_documentation_and_search_it() {
        var versions = Api.packagePath(flags.pkg()) + "/versions/";
        var docs = get(versions + "latest/docs?symbol=wave");
        assertThat(docs.path("kind").asString()).isEqualTo("content");
        assertThat(docs.path("main").path("value").path("name").asString()).isEqualTo("wave");

        var found = get(versions + "1.0.0/docs/search?query=clo");
        assertThat(found.path("nodes").path(0).path("name").asString()).isEqualTo("Cloth");
        assertThat(found.path("nodes").path(0).path("deprecated").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/doc",
                "/doc/all_symbols",
                "/doc/all_symbols?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/doc/~/Flag",
                "/diff?from=1.0.0&to=1.1.0",
                "/score",
                "/dependents",
                "/dependencies",
                "/versions"
            })
    void nothing_that_strangers_wrote_can_run(String path) {
        var page = page(flags.pkg() + path);

        assertThat(page.select("script").eachAttr("src")).allMatch(src -> src.startsWith("/"));
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("iframe, object, embed, style, base, svg [onload]")).isEmpty();
        for (var element : page.getAllElements()) {
            assertThat(dangerous(element)).as(element.outerHtml()).isEmpty();
        }
    }

    private static List<String> dangerous(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute ->
                        attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")
                                || attribute.getKey().equals("style")
                                || attribute
                                        .getValue()
                                        .strip()
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith("javascript:"))
                .map(Object::toString)
                .toList();
    }

    private static List<String> texts(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode get(String path) {
        return VARVE.api().anonymous().get(path).is(200).json();
    }

    private static Document page(String path) {
        var address = VARVE.registry().resolve("/" + path);
        return Jsoup.parse(Web.get(address, "Accept", "text/html").is(200).text());
    }
}
