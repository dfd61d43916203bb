package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.hooks.Receiver;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.UpstreamRegistry;
import varve.acceptance.kit.Web;

/// What the operator sets in files, and changes while the registry runs.
@Tag("long")
class OperatorRulesTest {
    private static final UpstreamRegistry OUTSIDE = new UpstreamRegistry();

    @TempDir Path folder;
    private RunningVarve varve;
    private Clients clients;
    private Api luca;
    private Api ned;

    @BeforeEach
    void begin() {
        config("");
        var settings = Map.of("VARVE_CONFIG", folder.resolve("varve.yaml").toString());
        varve = RunningVarve.start(OutsideServers.with(settings));
        clients = Clients.of(varve, folder).from(varve.npm());
        luca = varve.api().anonymous().signedUp("luca");
        ned = varve.api().anonymous().signedUp("ned");
    }

    @AfterEach
    void end() {
        varve.close();
    }

    @Test
    void rules_for_names_hold_on_top_of_what_scopes_say() {
        var team = NpmSignIn.of(varve, folder, luca);
        var other = NpmSignIn.of(varve, folder, ned);
        var stranger = new NpmTeam(varve, folder, "");
        var crew = "@" + NpmTeam.fresh("crew");
        team.publish(crew + "/flag", "1.0.0").is(201);
        team.publish(crew + "/flag", "1.1.0").is(201);
        team.publish("map-of-luca", "1.0.0").is(201);
        OUTSIDE.has("left-pad", "1.0.0").has("right-pad", "1.0.0");
        Web.get(varve.npm().resolve("/left-pad")).is(200);
        rules(
                """
                groups: { sailors: [%s] }
                packages:
                  '%s/*': { access: sailors, publish: sailors, unpublish: nobody }
                  'map-*': { access: $authenticated, publish: $authenticated }
                  'left-*': { access: $all, proxy: outside }
                  'right-*': { access: $all }
                  'ensign': { access: $all, publish: [%s] }
                """
                        .formatted(login(luca), crew, login(ned)));
        varve.verb("reload").succeeds().saying("read the settings again");

        var project = team.project(crew + "/flag");
        clients.npm(project, "install").succeeds();
        stranger.packument(crew + "/flag").is(404);
        other.packument(crew + "/flag").is(404);
        other.get("/" + crew + "/flag/-/flag-1.0.0.tgz").is(404);
        Web.get(varve.registry().resolve("/" + crew + "/flag")).is(404);
        varve.api().with(team.token()).get(Api.packagePath(crew + "/flag")).is(200);
        stranger.packument("map-of-luca").is(404);
        stranger.get("/map-of-luca/-/map-of-luca-1.0.0.tgz").is(404);
        Web.get(varve.registry().resolve("/@~map-of-luca/map-of-luca")).is(404);
        other.packument("map-of-luca").is(200);

        clients.npm(team.pkg("ensign", "1.0.0"), "publish")
                .fails()
                .saying("E403", "let you publish");
        clients.npm(other.pkg("ensign", "1.0.0"), "publish").succeeds();
        assertThat(team.publish("unheard-of", "1.0.0").is(403).text())
                .contains("do not let you publish unheard-of");
        other.publish(crew + "/flag", "2.0.0").is(403);
        stranger.publish(crew + "/flag", "2.0.0").is(401);
        team.publish(crew + "/flag", "1.2.0").is(201);
        var desk = team.workspace("desk").file("package.json", "{}");
        clients.npm(desk, "unpublish", crew + "/flag@1.1.0").fails().saying("let you unpublish");

        eventually(Duration.ofSeconds(20), () -> assertThat(found(team, "map")).contains("map-of"));
        eventually(Duration.ofSeconds(20), () -> assertThat(found(team, crew)).contains(crew));
        assertThat(found(other, "map")).contains("map-of-luca");
        assertThat(found(other, crew)).doesNotContain(crew + "/flag");
        assertThat(found(stranger, "map")).doesNotContain("map-of-luca");
        for (var list : List.of("/", "/api/packages", "/packages?search=map", "/api/stats")) {
            assertThat(Web.get(varve.registry().resolve(list)).is(200).text())
                    .doesNotContain("map-of-luca", crew + "/flag");
        }
        assertThat(Web.get(varve.registry().resolve("/api/search/suggest?query=map")).text())
                .doesNotContain("map-of-luca");

        stranger.packument("left-pad").is(200);
        stranger.packument("right-pad").is(404);
        assertThat(OUTSIDE.asked("/right-pad")).isZero();
    }

    private static String found(NpmTeam who, String words) {
        return who.get("/-/v1/search?text=" + words.replace("@", "%40")).is(200).text();
    }

    @Test
    void settings_that_cannot_be_used_are_refused_and_the_old_ones_hold() {
        var team = NpmSignIn.of(varve, folder, luca);
        team.publish("ensign", "1.0.0").is(201);
        config("VARVE_UPLINK_QUARANTINE: soon");
        varve.verb("reload").fails().saying("VARVE_UPLINK_QUARANTINE", "'soon' is no time");
        rules("packages: { '**': { acess: $all } }");
        varve.verb("reload").fails().saying("VARVE_NPM_RULES", "'acess' is none of");
        team.packument("ensign").is(200);
        team.publish("pole", "1.0.0").is(201);
        config("VARVE_NPM_CREATE_SCOPES: false\nVARVE_WORKERS: 1");
        varve.verb("reload").succeeds().saying("VARVE_WORKERS needs a new start");
        team.publish("mast", "1.0.0").is(404);
    }

    @Test
    void the_registry_looks_as_the_operator_wishes_and_tells_whom_they_name() throws IOException {
        var plain = Web.get(varve.registry()).is(200).text();
        assertThat(plain).contains("<h1>Varve</h1>").doesNotContain("colours.css");
        Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        try (var chat = new Receiver()) {
            Files.writeString(
                    folder.resolve("notify.yaml"),
                    """
                    notify:
                      chat:
                        endpoint: %s
                        headers: [{ X-Room: "harbour" }]
                        packagePattern: ^ENSIGN
                        packagePatternFlags: i
                        content: '{"text":"{{ publisher.name }}: {{publishType}} {{ publishedPackage }}"}'
                    """
                            .formatted(chat.address("/chat")));
            config(
                    """
                    VARVE_NAME: Harbour
                    VARVE_COLOUR: '#7a1f5c'
                    VARVE_LOGO: %1$s/logo.svg
                    VARVE_NOTIFY: %1$s/notify.yaml
                    """
                            .formatted(folder));
            varve.verb("reload").succeeds();
            var page = Web.get(varve.registry()).is(200).text();
            assertThat(page).contains("<h1>Harbour</h1>");
            var style = page.replaceFirst("(?s).*href=\"(/-/theme/[^\"]*colours.css)\".*", "$1");
            assertThat(Web.get(varve.registry().resolve(style)).is(200).text())
                    .contains("--lake: #7a1f5c");
            var logo = page.replaceFirst("(?s).*<img src=\"(/-/theme/[^\"]*)\".*", "$1");
            assertThat(Web.get(varve.registry().resolve(logo)).is(200).contentType())
                    .hasValue("image/svg+xml");

            var team = NpmSignIn.of(varve, folder, luca);
            team.publish("pole", "1.0.0").is(201);
            team.publish("ensign", "1.0.0").is(201);
            clients.npm(team.workspace("desk"), "unpublish", "ensign@1.0.0", "--force").succeeds();
            eventually(Duration.ofSeconds(20), () -> assertThat(chat.letters("/chat")).hasSize(2));
            var letters = chat.letters("/chat");
            assertThat(letters)
                    .extracting(letter -> letter.json().path("text").asString())
                    .containsExactlyInAnyOrder(
                            login(luca) + ": publish ensign@1.0.0",
                            login(luca) + ": unpublish ensign@1.0.0");
            assertThat(letters.getFirst().headers()).containsEntry("x-room", "harbour");
        }
    }

    private void rules(String text) {
        write("rules.yaml", text);
        config("VARVE_NPM_RULES: " + folder.resolve("rules.yaml"));
    }

    private void config(String more) {
        write(
                "varve.yaml",
                "VARVE_UPLINKS: 'outside "
                        + OUTSIDE.address()
                        + " timeout=2s absence=1s rest=1s'\n"
                        + more);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String login(Api signedIn) {
        return signedIn.get("/api/user").is(200).json().path("login").asString();
    }
}
