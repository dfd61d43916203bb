package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleQueriesTest {
    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land).tag("0.0.7");
    final Hook hook = Hook.of(land, module, repository);

    @Test
    void a_build_tells_what_was_asked_and_what_came_of_it() {
        var build = hook.publish("0.0.7");
        var id = build.path("id").asString();
        land.get("/builds/" + id)
                .is(
                        200,
                        """
                        {"success":true,"data":{"build":{"id":"%s","created_at":"%s",\
                        "options":{"type":"github","moduleName":"%s","repository":"%s",\
                        "ref":"0.0.7","version":"0.0.7"},"status":"success",\
                        "message":"Published module.",\
                        "stats":{"total_files":1,"total_size":29}}}}\
                        """
                                .formatted(
                                        id,
                                        build.path("created_at").asString(),
                                        module,
                                        repository.fullName()));
    }

    @Test
    void a_build_that_is_not_there_is_told_apart_from_a_bad_id() {
        land.get("/builds/").refuses(400, "no build id provided");
        land.get("/builds/1").refuses(400, "invalid build id");
        land.get("/builds/5f1d7b2e9c0a4b3d8e6f7a90").refuses(404, "build not found");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, the limit may not be larger than 100 or smaller than 1",
        "limit=101, the limit may not be larger than 100 or smaller than 1",
        "limit=x, the limit may not be larger than 100 or smaller than 1",
        "page=0, the page number must not be lower than 1",
        "page=x, the page number must not be lower than 1",
        "'sort=best', 'the sort order must be one of stars, newest, oldest, random'",
        "limit=0&page=0&sort=best, the limit may not be larger than 100 or smaller than 1"
    })
    void a_list_is_asked_for_within_limits(String query, String error) {
        land.get("/modules?" + query).refuses(400, error);
    }

    @Test
    void modules_are_found_by_name_with_a_slip_and_by_description() {
        var word = "w" + GitRepository.fresh();
        hook.saying("Weaves " + word).ping().is(200);
        var found = land.get("/modules?query=" + word).is(200).json().path("data");
        assertThat(found.path("options").toString())
                .isEqualTo(
                        "{\"limit\":20,\"page\":1,\"query\":\"%s\",\"sort\":\"search_order\"}"
                                .formatted(word));
        assertThat(found.path("total_count").asInt()).isEqualTo(1);
        assertThat(found.path("results").get(0).path("name").asString()).isEqualTo(module);
        assertThat(found.path("results").get(0).path("search_score").asDouble()).isPositive();
        var name = module.substring("ltest_".length());
        var slip = name.substring(0, name.length() - 1) + (name.endsWith("0") ? "1" : "0");
        assertThat(names("query=" + slip)).contains(module);
    }

    @Test
    void lists_have_an_order_and_an_end() {
        hook.ping().is(200);
        assertThat(names("sort=newest&limit=1")).containsExactly(module);
        assertThat(names("sort=oldest&limit=1")).hasSize(1);
        assertThat(names("sort=random&limit=1&page=9")).hasSize(1);
        assertThat(names("page=100000")).isEmpty();
        var options = land.get("/modules").json().path("data").path("options");
        assertThat(options.toString()).isEqualTo("{\"limit\":20,\"page\":1,\"sort\":\"stars\"}");
        var simple = land.get("/modules?simple=1&limit=0").is(200);
        assertThat(simple.header("Cache-Control")).isEqualTo("max-age=60, must-revalidate");
        assertThat(simple.text()).startsWith("[\"").contains('"' + module + '"');
    }

    @Test
    void an_unlisted_module_is_known_to_those_who_know_its_name() {
        hook.publish("0.0.7");
        var path = "/api/admin/modules/" + module;
        land.send("PATCH", path, "{}".getBytes(), "Content-Type", "application/json").is(401);
        land.staff("PATCH", path, "{\"unlisted\":true}").is(204);
        assertThat(land.get("/modules?simple=1").text()).doesNotContain(module);
        assertThat(land.get("/stats").text()).doesNotContain(module);
        land.get("/modules/" + module).is(200);
        land.get("/x/" + module + "@0.0.7/mod.ts").is(200);
        land.staff("PATCH", path, "{\"unlisted\":false}").is(204);
        assertThat(land.get("/modules?simple=1").text()).contains(module);
    }

    @Test
    void statistics_count_what_was_published() {
        var before = land.get("/stats").is(200).json().path("data");
        hook.publish("0.0.7");
        hook.publish("not-there");
        var after = land.get("/stats").is(200).json().path("data");
        assertThat(after.path("total_versions").asInt())
                .isEqualTo(before.path("total_versions").asInt() + 1);
        assertThat(after.path("total_count").asInt())
                .isEqualTo(before.path("total_count").asInt() + 1);
        assertThat(after.path("recently_added_modules").get(0).propertyNames())
                .containsExactly("name", "description", "star_count", "created_at");
        var recent = after.path("recently_uploaded_versions").get(0);
        assertThat(recent.path("name").asString()).isEqualTo(module);
        assertThat(recent.path("version").asString()).isEqualTo("0.0.7");
    }

    private List<String> names(String query) {
        var names = new ArrayList<String>();
        land.get("/modules?" + query)
                .is(200)
                .json()
                .path("data")
                .path("results")
                .forEach(result -> names.add(result.path("name").asString()));
        return names;
    }
}
