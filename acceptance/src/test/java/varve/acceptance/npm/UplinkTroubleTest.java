package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.kit.Uplinked.NEAR;
import static varve.acceptance.kit.Uplinked.OUTSIDE;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Mood;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Uplinked;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class UplinkTroubleTest {
    private final RunningVarve varve = Uplinked.varve();
    @TempDir Path folder;

    @BeforeEach
    void well() {
        OUTSIDE.mood(Mood.WELL);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "ALTERED"})
    void a_tarball_that_is_not_as_announced_reaches_nobody(Mood mood) {
        var flag = NpmTeam.fresh("flag");
        OUTSIDE.has(flag, "1.0.0");
        var tarball = varve.npm().resolve("/" + flag + "/-/" + flag + "-1.0.0.tgz");
        OUTSIDE.mood(mood);
        Web.get(tarball).is(503);
        OUTSIDE.mood(Mood.WELL);
        eventually(Duration.ofSeconds(20), () -> Web.get(tarball).is(200));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WELL", "TRUNCATED", "ALTERED"})
    void nobody_waits_long_for_an_uplink_that_misbehaves(Mood mood) {
        var old = NpmTeam.fresh("old");
        OUTSIDE.has(old, "1.0.0").has(NpmTeam.fresh("new"), "1.0.0");
        eventually(Duration.ofSeconds(20), () -> packument(old).is(200));
        OUTSIDE.mood(mood);
        eventually(
                Duration.ofSeconds(20),
                () -> {
                    long begun = System.nanoTime();
                    packument(NpmTeam.fresh("new")).is(503);
                    packument(old).is(200);
                    assertThat(Duration.ofNanos(System.nanoTime() - begun))
                            .isLessThan(Duration.ofSeconds(6));
                });
    }

    /// Whoever publishes outside under a name of the nearer registry waits for this hour.
    @Test
    void an_outage_puts_nobody_elses_package_in_the_place_of_what_is_held() {
        var twin = NpmTeam.fresh("twin");
        NEAR.has(twin, "1.0.0");
        OUTSIDE.has(twin, "99.0.0");
        packument(twin).is(200);
        NEAR.mood(Mood.FAILING);
        try {
            int before = NEAR.asked("/" + twin);
            eventually(
                    Duration.ofSeconds(20),
                    () -> {
                        assertThat(packument(twin).is(200).json().path("versions").propertyNames())
                                .containsExactly("1.0.0");
                        assertThat(NEAR.asked("/" + twin)).isGreaterThan(before + 2);
                    });
        } finally {
            NEAR.mood(Mood.WELL);
        }
        NEAR.has(twin, "1.1.0");
        eventually(
                Duration.ofSeconds(20), () -> assertThat(packument(twin).text()).contains("1.1.0"));
        assertThat(OUTSIDE.asked("/" + twin)).isZero();
    }

    @Test
    void what_may_not_enter_yet_does_not_come_from_elsewhere_either() {
        var twin = NpmTeam.fresh("twin");
        NEAR.has(twin, "1.0.0", Map.of(), Instant.now());
        OUTSIDE.has(twin, "99.0.0");
        packument(twin).is(404);
        assertThat(OUTSIDE.asked("/" + twin)).isZero();
    }

    @Test
    void fifty_first_requests_for_a_tarball_are_one_upstream() throws Exception {
        var flag = NpmTeam.fresh("flag");
        OUTSIDE.has(flag, "1.0.0");
        var path = "/" + flag + "/-/" + flag + "-1.0.0.tgz";
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 50; i++) {
            wishes.add(() -> Web.get(varve.npm().resolve(path)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(wishes)) {
                assertThat(answer.get().is(200).bytes()).isNotEmpty();
            }
        }
        assertThat(OUTSIDE.asked(path)).isOne();
        assertThat(OUTSIDE.asked("/" + flag)).isOne();
    }

    @Test
    @Tag("long")
    void a_tree_of_three_hundred_packages_installs_cold_and_then_without_the_uplink() {
        var names = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            names.add("leaf-" + i);
        }
        for (int i = 0; i < 300; i++) {
            int first = 2 * i + 1;
            var below = names.subList(Math.min(first, 300), Math.min(first + 2, 300));
            OUTSIDE.has(names.get(i), "1.0.0", below.toArray(String[]::new));
        }
        var luca = team();
        var cold = luca.project("leaf-0");
        Clients.of(varve, folder).from(varve.npm()).npm(cold, "install").succeeds();
        assertThat(cold.folder().resolve("node_modules")).isDirectoryContaining("glob:**/leaf-299");

        OUTSIDE.stop();
        try {
            var warm = luca.project("leaf-0");
            Clients.of(varve, folder).from(varve.npm()).npm(warm, "install").succeeds();
            assertThat(warm.folder().resolve("node_modules"))
                    .isDirectoryContaining("glob:**/leaf-299");
            Clients.of(varve, folder).node(warm, "main.js").succeeds().saying("leaf-0@1.0.0");
        } finally {
            OUTSIDE.startAgain();
        }
    }

    private Answer packument(String name) {
        return Web.get(varve.npm().resolve("/" + name));
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }
}
