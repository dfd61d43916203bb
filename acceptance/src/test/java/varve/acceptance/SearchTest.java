package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class SearchTest {
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(30);
    private static final RunningVarve VARVE = Shared.varve();

    private static String scope;

    @BeforeAll
    static void luca_publishes_sails() {
        var luca = VARVE.api();
        scope = luca.freshScope("luca");
        for (var name : List.of("jibsheet", "jib", "flyingjib")) {
            var pkg = "@" + scope + "/" + name;
            luca.createPackage(pkg);
            var upload =
                    Tarball.of(
                            "./",
                            Map.of(
                                    "deno.json",
                                    """
                                    {"name":"%s","version":"1.0.0","license":"MIT",
                                     "exports":"./mod.ts"}
                                    """
                                            .formatted(pkg),
                                    "mod.ts",
                                    "/** A sail. */\nexport const sail: string = \""
                                            + name
                                            + "\";\n"));
            luca.awaitSuccess(luca.upload(pkg, "1.0.0", upload).json().path("id").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jib", "JIB"})
    void three_letters_find_what_was_just_published_and_the_exact_name_first(String typed) {
        eventually(
                FOUND_WITHIN,
                () -> {
                    var answer = find("/api/packages?query=" + typed);
                    assertThat(names(answer, "name")).startsWith("jib").contains("jibsheet");
                    var first = answer.json().path("items").path(0);
                    assertThat(first.path("scope").asString()).isEqualTo(scope);
                    assertThat(first.path("latestVersion").asString()).isEqualTo("1.0.0");
                    assertThat(answer.json().path("total").asInt()).isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void suggestions_say_where_to_go() {
        eventually(
                FOUND_WITHIN,
                () -> {
                    var answer = find("/api/search/suggest?query=jib");
                    assertThat(names(answer, "name"))
                            .startsWith("@" + scope + "/jib")
                            .contains("@" + scope + "/jibsheet");
                    var first = answer.json().path("items").path(0);
                    assertThat(first.path("version").asString()).isEqualTo("1.0.0");
                    assertThat(first.path("url").asString()).isEqualTo("/@" + scope + "/jib");
                });
    }

    @Test
    void a_scope_and_the_beginning_of_a_name_find_it_too() {
        eventually(
                FOUND_WITHIN,
                () ->
                        assertThat(names(find("/api/packages?query=@" + scope + "/jibs"), "name"))
                                .startsWith("jibsheet"));
    }

    @Test
    void lists_are_narrowed_to_what_runs_somewhere() {
        VARVE.api()
                .patch(
                        "/api/scopes/" + scope + "/packages/jibsheet",
                        Map.of("runtimeCompat", Map.of("deno", true, "node", false)))
                .is(200);
        eventually(
                FOUND_WITHIN,
                () ->
                        assertThat(
                                        names(
                                                find(
                                                        "/api/packages?query=jib%20runtime:deno"
                                                                + "%20scope:"
                                                                + scope),
                                                "name"))
                                .containsExactly("jibsheet"));
    }

    @Test
    void nothing_is_found_where_there_is_nothing() {
        assertThat(find("/api/packages?query=qqqqqqqqqqqq").json().path("total").asInt()).isZero();
    }

    private static Answer find(String path) {
        var answer = VARVE.api().anonymous().get(path).is(200);
        assertThat(answer.header("Varve-Search")).isEmpty();
        return answer;
    }

    private static List<String> names(Answer answer, String field) {
        return answer.json()
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path(field).asString())
                .toList();
    }
}
