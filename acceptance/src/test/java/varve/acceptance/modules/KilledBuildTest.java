package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class KilledBuildTest {
    private static final int FILES = 3_000;

    @Test
    void a_worker_killed_while_publishing_leaves_one_whole_version() throws Exception {
        try (var land = ChildLand.start()) {
            var repository = GitRepository.of(land.land());
            IntStream.range(0, FILES)
                    .forEach(i -> repository.file("d" + i % 100 + "/f" + i + ".ts", "" + i));
            repository.tag("1.0.0");
            var hook = Hook.of(land.land(), "flag", repository);
            var said = hook.tag(Hook.Event.CREATE, "1.0.0").is(200);
            eventually(
                    Duration.ofSeconds(20),
                    () -> assertThat(land.land().shelf("flag")).hasSizeGreaterThan(FILES / 10));
            land.kill();
            assertThat(land.land().shelf("flag"))
                    .hasSizeLessThan(FILES)
                    .doesNotContain("flag/versions/1.0.0/meta/meta.json");
            land.restart();
            var build = hook.awaitEnd(said);
            assertThat(build.path("status").asString()).isEqualTo("success");
            assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(FILES + 1);
            assertThat(land.land().history("flag"))
                    .containsOnlyOnce("module.build-queued")
                    .containsOnlyOnce("module.build-started")
                    .containsOnlyOnce("module.published");
            assertThat(hook.versions())
                    .isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
            for (int i = 0; i < FILES; i += 97) {
                land.land().get("/x/flag@1.0.0/d" + i % 100 + "/f" + i + ".ts").is(200, "" + i);
            }
        }
    }
}
