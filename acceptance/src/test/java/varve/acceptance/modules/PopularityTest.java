package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.testkit.Eventually;

/// Which modules are wanted most, on a registry that knows no others.
@Tag("long")
class PopularityTest {
    private static final int MODULES = 101;

    /// Counts are told every now and then.
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void what_is_taken_most_stands_first() {
        try (var land = Land.start(Map.of())) {
            there_are_many_modules(land);
            take(land, "tree_42", 5);
            take(land, "tree_7", 2);
            Eventually.eventually(
                    COUNTED_WITHIN,
                    () ->
                            land.get("/v2/modules/tree_42")
                                    .is(
                                            200,
                                            """
                                            {"name":"tree_42","description":"Move along, just for \
                                            testing","versions":["1.0.0"],"latest_version":"1.0.0",\
                                            "popularity_score":5,"tags":[{"kind":"popularity",\
                                            "value":"top_1_percent"}]}\
                                            """));
            var list = land.get("/v2/modules?limit=2&page=1").is(200).json();
            assertThat(list.path("items").path(0).path("name").asString()).isEqualTo("tree_42");
            assertThat(list.path("items").path(1).path("name").asString()).isEqualTo("tree_7");
            assertThat(list.path("items").path(1).path("tags").toString())
                    .isEqualTo("[{\"kind\":\"popularity\",\"value\":\"top_5_percent\"}]");
            assertThat(list.path("next").asString())
                    .isEqualTo(land.address() + "v2/modules?limit=2&page=2");
            assertThat(list.has("previous")).isFalse();
            var last = land.get("/v2/modules?limit=100&page=2").is(200).json();
            assertThat(last.path("items").size()).isEqualTo(1);
            assertThat(last.has("next")).isFalse();
            land.get("/v2/modules?page=1").is(400);
            land.get("/v2/modules/nothing").is(404);

            badge(land, "tree_42", "Top 1%", "brightgreen");
            badge(land, "tree_7", "Top 5%", "green");
            badge(land, "tree_1", "Published", "informational");
        }
    }

    private void there_are_many_modules(Land land) {
        var export = new DenoExport(folder);
        for (int i = 0; i < MODULES; i++) {
            export.module("tree_" + i, i + 1, Instant.parse("2020-06-25T12:00:00Z"), false)
                    .versions("tree_" + i, "1.0.0");
        }
        export.into(land).is(200, "101 modules, 101 versions, 0 troubles\n");
    }

    private static void take(Land land, String module, int times) {
        for (int i = 0; i < times; i++) {
            land.get("/x/" + module + "@1.0.0/mod.ts").is(200);
        }
    }

    private static void badge(Land land, String module, String message, String color) {
        var shield = land.get("/shields/" + module + "/popularity").is(200).json();
        assertThat(shield.path("message").asString()).isEqualTo(message);
        assertThat(shield.path("color").asString()).isEqualTo(color);
    }
}
