package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import varve.acceptance.kit.Digests;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.UpstreamRegistry;
import varve.acceptance.kit.UpstreamRegistry.Mood;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class UplinkTest {
    /// The first one is meant to be away for ever, the second to have what there is.
    private static final UpstreamRegistry OUTSIDE = new UpstreamRegistry();

    private static RunningVarve varve;
    @TempDir Path folder;

    @BeforeAll
    static void start() {
        varve =
                RunningVarve.start(
                        Map.of(
                                "VARVE_UPLINKS",
                                "away http://localhost:9/ timeout=1s rest=1h for=flag-*; outside "
                                        + OUTSIDE.address()
                                        + " timeout=1s maxage=1s absence=1s rest=1s token=env:OUTSIDE_TOKEN",
                                "OUTSIDE_TOKEN",
                                "nobody-knows",
                                "VARVE_UPLINK_CACHE_SIZE",
                                "600KiB",
                                "VARVE_UPLINK_BLOCK",
                                "evil-*; banner@>=2.0.0",
                                "VARVE_UPLINK_BLOCK_LICENSES",
                                "AGPL-3.0",
                                "VARVE_UPLINK_QUARANTINE",
                                "1d"));
    }

    @AfterAll
    static void stop() {
        varve.close();
        OUTSIDE.close();
    }

    @BeforeEach
    void well() {
        OUTSIDE.mood(Mood.WELL);
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

    @Test
    void what_is_published_or_claimed_here_is_never_looked_for_elsewhere() {
        var luca = team();
        var flag = NpmTeam.fresh("flag");
        var scope = "@" + NpmTeam.fresh("team");
        luca.publish(flag, "1.0.0").is(201);
        luca.publish(scope + "/flag", "1.0.0").is(201);
        OUTSIDE.has(flag, "99.0.0").has(scope + "/flag", "99.0.0").has(scope + "/other", "99.0.0");

        assertThat(luca.packument(flag).is(200).json().path("versions").has("99.0.0")).isFalse();
        luca.get("/" + flag + "/-/" + flag + "-99.0.0.tgz").is(404);
        luca.packument(scope + "/other").is(404);
        luca.get("/" + scope + "/flag/-/flag-99.0.0.tgz").is(404);
        assertThat(OUTSIDE.asked("/" + flag)).isZero();
        assertThat(OUTSIDE.asked("/" + scope + "/other")).isZero();

        luca.send("DELETE", "/" + flag + "/-rev/" + revision(luca, flag), null).is(201);
        assertThat(luca.packument(flag).is(200).json().path("versions").size()).isZero();
        assertThat(OUTSIDE.asked("/" + flag)).isZero();
    }

    @Test
    void what_is_blocked_too_young_or_of_an_unwanted_licence_does_not_enter() {
        OUTSIDE.has("evil-flag", "1.0.0")
                .has("banner", "1.0.0")
                .has("banner", "2.0.0")
                .has("pole", "1.0.0")
                .has(
                        "pole",
                        "1.1.0",
                        Map.of("license", "AGPL-3.0"),
                        Instant.parse("2024-01-01T00:00:00Z"))
                .has("pole", "1.2.0", Map.of(), Instant.now());
        packument("evil-flag").is(404);
        Web.get(varve.npm().resolve("/evil-flag/-/evil-flag-1.0.0.tgz")).is(404);
        var banner = packument("banner").is(200).json();
        assertThat(banner.path("versions").propertyNames()).containsExactly("1.0.0");
        assertThat(banner.path("dist-tags").path("latest").asString()).isEqualTo("1.0.0");
        Web.get(varve.npm().resolve("/banner/-/banner-2.0.0.tgz")).is(404);
        var pole = packument("pole").is(200).json();
        assertThat(pole.path("versions").propertyNames()).containsExactly("1.0.0");
        Web.get(varve.npm().resolve("/pole/-/pole-1.2.0.tgz")).is(404);
    }

    @Test
    void every_tarball_that_enters_is_a_fact() {
        var flag = NpmTeam.fresh("flag");
        OUTSIDE.has(flag, "1.0.0");
        var path = "/" + flag + "/-/" + flag + "-1.0.0.tgz";
        var before = Instant.now().minusSeconds(60);
        var bytes = Web.get(varve.npm().resolve(path)).is(200).bytes();
        Web.get(varve.npm().resolve(path)).is(200);
        eventually(
                Duration.ofSeconds(10),
                () -> {
                    var entered =
                            varve.api()
                                    .staff()
                                    .get("/api/upstream/tarballs?name=" + flag + "&since=" + before)
                                    .is(200)
                                    .json()
                                    .path("items");
                    assertThat(entered.size()).isOne();
                    assertThat(entered.get(0).path("integrity").asString())
                            .isEqualTo(Digests.sha512(bytes));
                    assertThat(entered.get(0).path("address").asString())
                            .isEqualTo(OUTSIDE.address() + path.substring(1));
                    assertThat(entered.get(0).path("uplink").asString()).isEqualTo("outside");
                });
        varve.api().with(team().token()).get("/api/upstream/tarballs").is(403);
    }

    @Test
    void what_nobody_wants_any_more_makes_room() {
        var old = NpmTeam.fresh("old");
        var young = NpmTeam.fresh("young");
        OUTSIDE.hasLarge(old, "1.0.0").hasLarge(young, "1.0.0");
        var oldPath = "/" + old + "/-/" + old + "-1.0.0.tgz";
        var youngPath = "/" + young + "/-/" + young + "-1.0.0.tgz";
        Web.get(varve.npm().resolve(oldPath)).is(200);
        Web.get(varve.npm().resolve(youngPath)).is(200);
        eventually(
                Duration.ofSeconds(20),
                () -> {
                    Web.get(varve.npm().resolve(youngPath)).is(200);
                    Web.get(varve.npm().resolve(oldPath)).is(200);
                    assertThat(OUTSIDE.asked(oldPath)).isGreaterThan(1);
                });
    }

    @Test
    void an_uplink_is_told_who_asks_and_nobody_else_is() {
        var flag = NpmTeam.fresh("secret");
        OUTSIDE.has(flag, "1.0.0");
        packument(flag).is(200);
        assertThat(OUTSIDE.authorization("/" + flag)).isEqualTo("Bearer nobody-knows");
        assertThat(varve.said()).doesNotContain("nobody-knows");
    }

    @Test
    void a_new_version_is_seen_once_what_was_said_is_too_old() {
        var flag = NpmTeam.fresh("later");
        packument(flag).is(404);
        OUTSIDE.has(flag, "1.0.0");
        eventually(Duration.ofSeconds(10), () -> packument(flag).is(200));
        OUTSIDE.has(flag, "1.1.0");
        eventually(
                Duration.ofSeconds(10), () -> assertThat(packument(flag).text()).contains("1.1.0"));
        assertThat(packument(flag).json().path("versions").path("1.1.0").toString())
                .contains(varve.npm() + flag + "/-/" + flag + "-1.1.0.tgz", "\"sig\"");
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

    private static Answer packument(String name) {
        return Web.get(varve.npm().resolve("/" + name));
    }

    private static String revision(NpmTeam team, String name) {
        return team.packument(name).json().path("_rev").asString();
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }
}
