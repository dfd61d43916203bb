package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class OwnPackagesTest {
    private static final String INSTALL =
            "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*";

    private final RunningVarve varve = Shared.varve();
    private final String scope = "@own-" + UUID.randomUUID().toString().substring(0, 8);
    private final String flag = scope + "/flag";
    private final String luca = varve.api().newcomer("Luca").token();
    @TempDir Path folder;

    /// Clients that publish and install.
    enum Client {
        NPM,
        PNPM,
        YARN;

        Run publish(Clients clients, Workspace pkg) {
            return switch (this) {
                case NPM -> clients.npm(pkg, "publish");
                case PNPM -> clients.pnpm(pkg, "publish", "--no-git-checks");
                case YARN ->
                        clients.yarn(pkg, "publish", "--non-interactive", "--new-version", "1.0.0");
            };
        }

        Run install(Clients clients, Workspace project) {
            return switch (this) {
                case NPM -> clients.npm(project, "install");
                case PNPM -> clients.pnpm(project, "install");
                case YARN -> clients.yarn(project, "install");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_one_publishes_to_a_free_scope_everybody_installs(Client publisher) {
        publisher.publish(clients(), pkg("1.0.0", luca)).succeeds();

        publisher.publish(clients(), pkg("1.0.0", luca)).fails().saying("previously published");
        for (var installer : Client.values()) {
            var project =
                    workspace("use-" + installer, "")
                            .file(
                                    "package.json",
                                    "{\"name\":\"use\",\"dependencies\":{\"%s\":\"^1.0.0\"}}"
                                            .formatted(flag))
                            .file("main.js", "console.log(require(\"%s\"));".formatted(flag));
            installer.install(clients(), project).succeeds();
            clients().node(project, "main.js").succeeds().saying("a flag");
        }
    }

    @Test
    void build_metadata_stays_in_the_tarball() {
        publish("1.0.0+build.5");
        npm("view", flag, "version").succeeds().saying("1.0.0");
        publish("1.1.0-rc.1+build.6", "--tag", "next");
        npm("view", flag + "@next", "version").succeeds().saying("1.1.0-rc.1");
    }

    @Test
    void npm_tags_deprecates_and_takes_away() {
        publish("1.0.0");
        npm("dist-tag", "add", flag + "@1.0.0", "old").succeeds();
        publish("1.1.0");
        npm("dist-tag", "ls", flag).succeeds().saying("latest: 1.1.0", "old: 1.0.0");
        npm("dist-tag", "rm", flag, "old").succeeds();
        npm("dist-tag", "rm", flag, "latest").fails();

        npm("deprecate", flag + "@1.0.0", "use 1.1").succeeds();
        npm("view", flag + "@1.0.0", "deprecated").succeeds().saying("use 1.1");
        npm("undeprecate", flag + "@1.0.0").succeeds();
        var undone = packument("application/json").json().path("versions").path("1.0.0");
        assertThat(undone.has("deprecated")).isFalse();

        npm("unpublish", flag + "@1.1.0").succeeds();
        assertThat(packument(INSTALL).json().path("dist-tags").path("latest").asString())
                .isEqualTo("1.0.0");
        Web.get(varve.npm().resolve("/" + flag + "/-/flag-1.1.0.tgz")).is(404);
        clients().npm(pkg("1.1.0", luca), "publish").fails().saying("previously published");
        npm("unpublish", flag, "--force").succeeds();
        npm("view", flag).fails().saying("Unpublished");
    }

    @Test
    void npm_tells_who_one_is_who_owns_it_and_where_it_is() {
        publish("1.0.0");
        npm("ping", "--registry", varve.npm().toString()).succeeds();
        npm("whoami", "--registry", varve.npm().toString()).succeeds().saying("Luca");
        npm("owner", "ls", flag).succeeds().saying("Luca");
        eventually(
                Duration.ofSeconds(20),
                () ->
                        npm("search", flag, "--registry", varve.npm().toString())
                                .succeeds()
                                .saying(flag));
    }

    @Test
    void nobody_else_may_write_but_all_may_read() {
        publish("1.0.0");
        var mara = pkg("2.0.0", varve.api().newcomer("Mara").token());
        clients().npm(mara, "publish").fails().saying("E403");
        clients().npm(mara, "deprecate", flag, "mine").fails().saying("E403");
        clients().npm(mara, "unpublish", flag, "--force").fails().saying("E403");
        clients().npm(pkg("2.0.0", "nonsense"), "publish").fails().saying("E401");
        clients().npm(workspace("anonymous", ""), "view", flag, "version").succeeds();
    }

    @Test
    void each_form_of_the_packument_has_its_own_validator() {
        publish("1.0.0");
        var full = packument("application/json");
        var brief = packument(INSTALL);
        assertThat(brief.contentType()).contains("application/vnd.npm.install-v1+json");
        assertThat(brief.json().has("_rev")).isFalse();
        assertThat(full.json().path("_rev").asString()).isNotEmpty();
        assertThat(full.header("ETag")).isNotEqualTo(brief.header("ETag"));
        assertThat(String.join(",", full.headers("Vary"))).contains("Accept", "Accept-Encoding");
        var again =
                Web.get(
                        varve.npm().resolve("/" + flag.replace("/", "%2f")),
                        "Accept",
                        INSTALL,
                        "If-None-Match",
                        brief.header("ETag").orElseThrow());
        again.is(304);
        var packed = packument(INSTALL, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).contains("gzip");
        assertThat(packed.header("ETag")).isNotEqualTo(brief.header("ETag"));
    }

    private Answer ask(String method, String accept, String... more) {
        var headers = new ArrayList<>(List.of("Accept", accept));
        headers.addAll(List.of(more));
        var address = varve.npm().resolve("/" + flag.replace("/", "%2f"));
        return Web.ask(method, address, headers.toArray(String[]::new));
    }

    private void publish(String version, String... more) {
        var words = new ArrayList<>(List.of("publish"));
        words.addAll(List.of(more));
        clients().npm(pkg(version, luca), words.toArray(String[]::new)).succeeds();
    }

    private Run npm(String... words) {
        return clients().npm(workspace("at-work", luca), words);
    }

    private Clients clients() {
        return Clients.of(varve, folder);
    }

    private Answer packument(String accept, String... more) {
        return ask("GET", accept, more).is(200);
    }

    private Workspace pkg(String version, String token) {
        return workspace("flag", token)
                .file("index.js", "module.exports = \"a flag\";")
                .file(
                        "package.json",
                        """
                        {"name": "%s", "version": "%s", "description": "Draws flags",
                         "license": "MIT", "main": "index.js"}
                        """
                                .formatted(flag, version));
    }

    private Workspace workspace(String name, String token) {
        var npm = varve.npm();
        var credentials = "//%s/:_authToken=%s%n".formatted(npm.getAuthority(), token);
        return Workspace.in(folder, name)
                .file(
                        ".npmrc",
                        "%s:registry=%s%n".formatted(scope, npm)
                                + (token.isEmpty() ? "" : credentials));
    }
}
