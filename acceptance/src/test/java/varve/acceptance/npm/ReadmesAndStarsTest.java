package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// What the whole packument says besides versions: who likes a package, and its README.
@ExtendWith(TellsLogs.class)
class ReadmesAndStarsTest {
    private static final String INSTALL = "application/vnd.npm.install-v1+json";

    private final RunningVarve varve = Shared.varve();
    private final String flag = "@" + NpmTeam.fresh("like") + "/flag";
    @TempDir Path folder;
    private Api browser;
    private NpmTeam luca;
    private Clients clients;

    @BeforeEach
    void somebody() {
        browser = varve.api().anonymous().signedUp("luca");
        luca = NpmSignIn.of(varve, folder, browser);
        clients = Clients.of(varve, folder).from(varve.npm());
    }

    @Test
    @Tag("long")
    void npm_shows_the_readme_of_what_is_called_latest() {
        clients.npm(pkg("1.0.0", "README.md", "# Flags of old\n"), "publish").succeeds();
        clients.npm(pkg("1.1.0", "ReadMe.markdown", "# Flags of all colours\n"), "publish")
                .succeeds();
        clients.npm(pkg("2.0.0-rc.1", "README.md", "# Flags to come\n"), "publish", "--tag", "next")
                .succeeds();
        var desk = luca.workspace("desk");
        clients.npm(desk, "view", flag, "readme").succeeds().saying("# Flags of all colours");
        clients.npm(desk, "view", flag, "readmeFilename").succeeds().saying("ReadMe.markdown");
        clients.npm(desk, "dist-tag", "add", flag + "@1.0.0", "latest").succeeds();
        assertThat(full().path("readme").asString()).isEqualTo("# Flags of old\n");
        assertThat(full().path("readmeFilename").asString()).isEqualTo("README.md");
        assertThat(install().has("readme") || install().has("readmeFilename")).isFalse();
        clients.npm(desk, "unpublish", flag, "--force").succeeds();
        assertThat(full().has("readme")).isFalse();
    }

    @Test
    @Tag("long")
    void yarn_s_readme_is_shown_like_npm_s() {
        var project = pkg("1.0.0", "README.md", "# Flags by yarn\n");
        clients.yarn(project, "publish", "--non-interactive", "--new-version", "1.0.0").succeeds();
        assertThat(full().path("readme").asString()).isEqualTo("# Flags by yarn\n");
    }

    @Test
    void a_long_readme_is_cut_between_letters_and_one_below_the_root_is_none() {
        var text = "x" + "ä".repeat(50_000);
        publish("1.0.0", Map.of("docs/README.md", "# Elsewhere", "README.md", text));
        var readme = full().path("readme").asString();
        assertThat(readme.getBytes(StandardCharsets.UTF_8)).hasSize((64 << 10) - 1);
        assertThat(text).startsWith(readme);
        publish("1.1.0", Map.of("docs/README.md", "# Elsewhere", "readme.js", "1"));
        assertThat(full().has("readme")).isFalse();
    }

    @Test
    @Tag("long")
    void npm_stars_and_takes_them_back_and_says_who_likes_what() {
        luca.publish(flag, "1.0.0").is(201);
        var ned = NpmSignIn.of(varve, folder, varve.api().anonymous().signedUp("ned"));
        var nobody = new NpmTeam(varve, folder, "").workspace("nobody");
        var before = full();
        var lucas = luca.workspace("lucas");
        var neds = ned.workspace("neds");
        clients.npm(lucas, "star", flag).succeeds();
        clients.npm(neds, "star", flag).succeeds();
        clients.npm(neds, "star", flag).succeeds();
        assertThat(full().path("users").propertyNames())
                .containsExactlyInAnyOrder(login(luca), login(ned));
        clients.npm(nobody, "view", flag, "users").succeeds().saying(login(luca), login(ned));
        clients.npm(lucas, "stars").succeeds().saying(flag);
        clients.npm(nobody, "stars", login(ned)).succeeds().saying(flag);
        assertThat(install().has("users")).isFalse();
        for (var same : new String[] {"_rev", "time", "versions", "dist-tags"}) {
            assertThat(full().path(same)).isEqualTo(before.path(same));
        }
        clients.npm(lucas, "deprecate", flag, "use cloth").succeeds();
        clients.npm(neds, "unstar", flag).succeeds();
        assertThat(full().path("users").propertyNames()).containsExactly(login(luca));
        clients.npm(lucas, "unstar", flag).succeeds();
        assertThat(full().has("users")).isFalse();
        clients.npm(nobody, "star", flag).fails();
    }

    @Test
    void a_star_is_told_at_once_and_is_no_change_of_the_package() {
        luca.publish(flag, "1.0.0").is(201);
        var before = full();
        star(Map.of(login(luca), true)).is(201);
        assertThat(full().path("users").propertyNames()).containsExactly(login(luca));
        assertThat(full().path("_rev")).isEqualTo(before.path("_rev"));
        assertThat(full().path("time")).isEqualTo(before.path("time"));
        assertThat(install().has("users")).isFalse();
        star(Map.of("somebody-else", true)).is(201);
        assertThat(full()).isEqualTo(before);
    }

    /// What npm sends: the document as it was told, with nothing in it but who likes it.
    private Answer star(Map<String, Boolean> users) {
        var rev = full().path("_rev").asString();
        return luca.put(flag, Map.of("_id", flag, "_rev", rev, "users", users));
    }

    private Workspace pkg(String version, String readme, String text) {
        return luca.pkg(flag, version).file(readme, text);
    }

    private void publish(String version, Map<String, String> files) {
        var all = new TreeMap<>(files);
        all.put("package.json", "{\"name\":\"%s\",\"version\":\"%s\"}".formatted(flag, version));
        var tarball = Tarball.of("package/", all);
        luca.put(flag, NpmTeam.document(flag, version, tarball)).is(201);
    }

    private String login(NpmTeam who) {
        return who.get("/-/whoami").is(200).json().path("username").asString();
    }

    private JsonNode full() {
        return packument("application/json");
    }

    private JsonNode install() {
        return packument(INSTALL);
    }

    private JsonNode packument(String accept) {
        var address = varve.npm().resolve("/" + flag.replace("/", "%2f"));
        return Web.ask("GET", address, "Accept", accept).is(200).json();
    }
}
