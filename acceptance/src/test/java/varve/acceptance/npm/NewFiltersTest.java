package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.UpstreamRegistry;

/// Another registry's packages, when the operator thinks anew about what may enter.
@Tag("long")
class NewFiltersTest {
    private static final UpstreamRegistry OUTSIDE = new UpstreamRegistry();

    @TempDir Path folder;

    @Test
    void other_filters_hold_at_once_for_what_is_cached_though_its_registry_is_away() {
        config("");
        var settings = Map.of("VARVE_CONFIG", folder.resolve("varve.yaml").toString());
        try (var varve = RunningVarve.start(OutsideServers.with(settings))) {
            filtersHold(varve);
        }
    }

    private void filtersHold(RunningVarve varve) {
        var stranger = new NpmTeam(varve, folder, "");
        OUTSIDE.has("near-pad", "1.0.0").has("near-pad", "1.1.0");
        stranger.packument("near-pad").is(200);
        stranger.get("/near-pad/-/near-pad-1.0.0.tgz").is(200);
        stranger.get("/near-pad/-/near-pad-1.1.0.tgz").is(200);
        OUTSIDE.stop();
        try {
            config("VARVE_UPLINK_BLOCK: 'near-pad@>=1.1.0'");
            hangUp(varve);
            eventually(
                    Duration.ofSeconds(20),
                    () ->
                            assertThat(
                                            stranger.packument("near-pad")
                                                    .is(200)
                                                    .json()
                                                    .path("versions"))
                                    .hasSize(1));
            var left = stranger.packument("near-pad").is(200).json();
            assertThat(left.path("dist-tags").path("latest").asString()).isEqualTo("1.0.0");
            assertThat(left.path("versions").path("1.0.0").path("dist").path("tarball").asString())
                    .startsWith(varve.npm().toString());
            stranger.get("/near-pad/-/near-pad-1.0.0.tgz").is(200);
            assertThat(stranger.get("/near-pad/-/near-pad-1.1.0.tgz").status()).isNotEqualTo(200);
        } finally {
            OUTSIDE.startAgain();
        }
        config("");
        varve.verb("reload").succeeds();
        eventually(Duration.ofSeconds(20), () -> assertThat(versions(stranger)).hasSize(2));
    }

    private static JsonNode versions(NpmTeam who) {
        return who.packument("near-pad").is(200).json().path("versions");
    }

    /// What servers are told to read their settings again with.
    private static void hangUp(RunningVarve varve) {
        try {
            var told = new ProcessBuilder("kill", "-HUP", Long.toString(varve.pid())).start();
            assertThat(told.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void config(String more) {
        var uplinks = "VARVE_UPLINKS: 'outside %s timeout=2s absence=1s rest=1s'";
        try {
            Files.writeString(
                    folder.resolve("varve.yaml"),
                    uplinks.formatted(OUTSIDE.address()) + "\n" + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
