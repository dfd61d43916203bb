package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Lists and totals, to the byte, on a registry that knows nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleListTest {
    private static final String LIST =
            "{\"success\":true,\"data\":{\"total_count\":3,\"options\":{\"limit\":%d,\"page\":%d,"
                    + "\"sort\":\"%s\"},\"results\":[%s]}}";

    @TempDir static Path folder;

    Land land;

    @BeforeAll
    void there_are_three_listed_modules_and_one_that_is_not() {
        land = Land.start(Map.of());
        export("oak", 1, "2020-06-25T12:00:00.123Z", 30, false)
                .into(land)
                .is(200, "1 modules, 0 versions, 0 troubles\n");
        export("ash", 2, "2020-06-26T12:00:00Z", 10, false).into(land).is(200);
        export("elm", 3, "2020-06-27T12:00:00Z", 20, false)
                .build("5ef10000000000000000a001", "elm", "0.9.0", "error", "No luck.")
                .versions("elm", "1.1.0", "1.0.0")
                .into(land)
                .is(200);
        export("yew", 4, "2020-06-28T12:00:00Z", 99, true)
                .versions("yew", "1.0.0")
                .into(land)
                .is(200);
    }

    @AfterAll
    void stop() {
        land.close();
    }

    @Test
    void the_most_starred_come_first() {
        var list = LIST.formatted(20, 1, "stars", oak() + "," + elm() + "," + ash());
        land.get("/modules").is(200, list);
        land.get("/modules?sort=stars").is(200, list);
    }

    @Test
    void the_newest_or_the_oldest_come_first() {
        land.get("/modules?sort=newest")
                .is(200, LIST.formatted(20, 1, "newest", elm() + "," + ash() + "," + oak()));
        land.get("/modules?sort=oldest")
                .is(200, LIST.formatted(20, 1, "oldest", oak() + "," + ash() + "," + elm()));
    }

    @Test
    void lists_have_pages() {
        land.get("/modules?limit=2&page=2").is(200, LIST.formatted(2, 2, "stars", ash()));
        land.get("/modules?limit=2&page=3").is(200, LIST.formatted(2, 3, "stars", ""));
        var random = land.get("/modules?sort=random&limit=3&page=7").json().path("data");
        assertThat(random.path("options").toString())
                .isEqualTo("{\"limit\":3,\"page\":1,\"sort\":\"random\"}");
    }

    @Test
    void all_names_are_one_list() {
        var names = land.get("/modules?simple=1&limit=1000").is(200, "[\"ash\",\"elm\",\"oak\"]");
        assertThat(names.header("Cache-Control")).isEqualTo("max-age=60, must-revalidate");
        assertThat(names.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void one_module_is_shown_though_it_is_not_listed() {
        land.get("/modules/yew").is(200, "{\"success\":true,\"data\":" + module("yew", 99) + "}");
        land.get("/modules/").refuses(400, "no module name specified");
        land.get("/modules/fir").refuses(404, "module not found");
    }

    @Test
    void totals_count_what_is_listed_and_published() {
        var added =
                dated("elm", 20, "2020-06-27T12:00:00.000Z")
                        + ","
                        + dated("ash", 10, "2020-06-26T12:00:00.000Z")
                        + ","
                        + dated("oak", 30, "2020-06-25T12:00:00.123Z");
        var stats = land.get("/stats").is(200).json().path("data");
        assertThat(stats.path("total_count").asInt()).isEqualTo(3);
        assertThat(stats.path("total_versions").asInt()).isEqualTo(3);
        assertThat(stats.path("recently_added_modules").toString()).isEqualTo("[" + added + "]");
        assertThat(stats.path("recently_uploaded_versions").toString())
                .isEqualTo(
                        "[{\"name\":\"elm\",\"version\":\"1.1.0\",\"created_at\":"
                                + "\"2020-07-01T10:00:00.000Z\"},{\"name\":\"elm\",\"version\":"
                                + "\"1.0.0\",\"created_at\":\"2020-07-01T10:00:00.000Z\"}]");
    }

    private DenoExport export(String name, long id, String since, int stars, boolean unlisted) {
        return new DenoExport(folder.resolve(name))
                .file(
                        "modules.json",
                        """
                        {"_id":"%s","type":"github","repo_id":%d,"owner":"luca-rand","repo":"%s",\
                        "description":"A tree","star_count":%d,"is_unlisted":%s,\
                        "created_at":{"$date":"%s"}}
                        """
                                .formatted(name, id, name, stars, unlisted, since));
    }

    private static String oak() {
        return module("oak", 30);
    }

    private static String elm() {
        return module("elm", 20);
    }

    private static String ash() {
        return module("ash", 10);
    }

    private static String module(String name, int stars) {
        return "{\"name\":\"%s\",\"description\":\"A tree\",\"star_count\":%d}"
                .formatted(name, stars);
    }

    private static String dated(String name, int stars, String since) {
        return "{\"name\":\"%s\",\"description\":\"A tree\",\"star_count\":%d,\"created_at\":\"%s\"}"
                .formatted(name, stars, since);
    }
}
