package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.kit.Uplinked.OUTSIDE;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Digests;
import varve.acceptance.kit.Mood;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Uplinked;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class UplinkTest {
    private final RunningVarve varve = Uplinked.varve();
    @TempDir Path folder;

    @BeforeEach
    void well() {
        OUTSIDE.mood(Mood.WELL);
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
    void what_does_not_fit_makes_room() {
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
                    assertThat(OUTSIDE.asked(oldPath) + OUTSIDE.asked(youngPath)).isGreaterThan(2);
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

    private Answer packument(String name) {
        return Web.get(varve.npm().resolve("/" + name));
    }

    private static String revision(NpmTeam team, String name) {
        return team.packument(name).json().path("_rev").asString();
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Luca").token());
    }
}
