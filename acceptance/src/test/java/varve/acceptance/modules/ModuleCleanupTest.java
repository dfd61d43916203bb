package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("long")
class ModuleCleanupTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"default, false", "true, false", "false, true"})
    void a_name_that_published_nothing_for_thirty_days_is_free_again(
            String dryRun, boolean removes) {
        var settings =
                dryRun.equals("default")
                        ? Map.<String, String>of()
                        : Map.of("VARVE_MODULE_CLEANUP_DRY_RUN", dryRun);
        try (var land = Land.start(settings)) {
            var days = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            new DenoExport(folder)
                    .module("idle", 1, days.minus(31, ChronoUnit.DAYS), false)
                    .module("recent", 2, days.minus(29, ChronoUnit.DAYS), false)
                    .module("unlisted", 3, days.minus(31, ChronoUnit.DAYS), true)
                    .module("published", 4, days.minus(31, ChronoUnit.DAYS), false)
                    .module("failed", 5, days.minus(31, ChronoUnit.DAYS), false)
                    .build("5ef10000000000000000a001", "failed", "1.0.0", "error", "No luck.")
                    .versions("published", "1.0.0")
                    .into(land)
                    .is(200);
            assertThat(land.chore("module-cleanup"))
                    .isEqualTo((removes ? "removed" : "would remove") + " 2 modules: failed, idle");
            for (var name : List.of("idle", "failed")) {
                land.awaits(() -> land.get("/modules/" + name).is(removes ? 404 : 200));
                land.awaits(() ->
                        land.get("/cdn/" + name + "/meta/versions.json").is(removes ? 404 : 200));
                land.awaits(() ->
                        assertThat(land.history(name).contains("module.removed"))
                                .isEqualTo(removes));
            }
            for (var name : List.of("recent", "unlisted", "published")) {
                land.get("/modules/" + name).is(200);
                assertThat(land.history(name)).doesNotContain("module.removed");
            }
            land.get("/x/published@1.0.0/mod.ts").is(200);
            land.get("/builds/5ef10000000000000000a001").is(200);
            Hook.of(land, "idle", GitRepository.of(land)).ping().is(removes ? 200 : 409);
        }
    }
}
