package varve.acceptance.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// Jobs publish npm packages that trust their workflow, with the real clients and no token.
@ExtendWith(TellsLogs.class)
class TrustedPublishingTest {
    private static final String TRUST =
            """
            [{"type":"github","permissions":["createPackage"],"claims":{
              "repository":"luca/flag","workflow_ref":{"file":"publish.yml"}}}]
            """;

    private static Jobs jobs;
    @TempDir Path folder;

    @BeforeAll
    static void a_registry_and_two_issuers() {
        jobs = new Jobs();
    }

    @Test
    @Tag("long")
    void a_workflow_that_is_trusted_publishes_without_a_token_and_nobody_else_does() {
        var nora = new NpmTeam(jobs.varve, folder, jobs.varve.api().newcomer("Nora").token());
        var sail = "@" + NpmTeam.fresh("fleet") + "/sail";
        nora.publish(sail, "1.0.0").is(201);
        job(Client.NPM11, sail, "1.1.0", false);

        var clients = Clients.of(jobs.varve, folder).from(jobs.varve.npm());
        var desk = nora.workspace("desk");
        clients.run(
                        Client.NPM11,
                        desk,
                        "trust",
                        "github",
                        sail,
                        "--repo",
                        "luca/flag",
                        "--file",
                        "publish.yml",
                        "--allow-publish",
                        "--yes")
                .succeeds();
        clients.run(Client.NPM11, desk, "trust", "list", sail).succeeds().saying("luca/flag");

        job(Client.NPM11, sail, "1.1.0", true);
        job(Client.NPM12, sail, "1.2.0", true);
        job(Client.PNPM11, sail, "1.3.0", true);
        var versions = nora.packument(sail).is(200).json().path("versions");
        assertThat(versions.propertyNames()).containsExactly("1.0.0", "1.1.0", "1.2.0", "1.3.0");
        assertThat(jobs.varve.api().staff().get("/api/audit?actor=ci:github:4711").is(200).text())
                .contains("sail");

        var id = nora.get("/-/package/" + sail + "/trust").is(200).json().get(0).path("id");
        clients.run(Client.NPM11, desk, "trust", "revoke", sail, "--id=" + id.asString())
                .succeeds();
        job(Client.NPM11, sail, "1.4.0", false);
    }

    @Test
    void a_job_shows_for_whom_it_works_and_each_version_takes_a_token_of_its_own() {
        var nora = new NpmTeam(jobs.varve, folder, jobs.varve.api().newcomer("Nora").token());
        var mast = NpmTeam.fresh("mast");
        nora.publish(mast, "1.0.0").is(201);
        nora.send("POST", "/-/package/" + mast + "/trust", json(TRUST)).is(201);
        var stranger = new NpmTeam(jobs.varve, folder, jobs.varve.api().newcomer("Ned").token());
        stranger.send("POST", "/-/package/" + mast + "/trust", json(TRUST)).is(403);

        var good = jobs.github.github("npm:localhost");
        exchange(mast, good.signed()).is(200);
        exchange(mast, good.with("repository", "ned/flag").signed()).is(403);
        exchange(
                        mast,
                        good.with(
                                        "workflow_ref",
                                        "luca/flag/.github/workflows/test.yml@refs/pull/1")
                                .signed())
                .is(403);
        exchange(mast, jobs.github.github("npm:elsewhere.example").signed()).is(401);
        exchange(mast, jobs.github.github("registry:localhost").signed()).is(401);
        exchange(mast, good.signedWith(LocalIssuer.newKey("the-key")).signed()).is(401);
        exchange("nothing-of-the-kind", good.signed()).is(404);

        var token = new NpmTeam(jobs.varve, folder, good.signed());
        token.publish(mast, "1.1.0").is(201);
        token.publish(mast, "1.1.0").is(409);
        token.publish(NpmTeam.fresh("new"), "1.0.0").is(404);
        token.send("DELETE", "/" + mast + "/-rev/1-x", null).is(403);
        token.get("/-/npm/v1/tokens").is(403);
    }

    @Test
    void a_private_package_is_there_for_the_workflow_that_it_trusts_and_for_no_other() {
        var nora = new NpmTeam(jobs.varve, folder, jobs.varve.api().newcomer("Nora").token());
        var sail = "@" + NpmTeam.fresh("cove") + "/sail";
        var escaped = sail.replace("/", "%2f");
        nora.publish(sail, "1.0.0").is(201);
        nora.send("POST", "/-/package/" + escaped + "/trust", json(TRUST)).is(201);
        var closed = Map.of("access", "restricted");
        nora.send("POST", "/-/package/" + escaped + "/access", closed).is(201);

        var good = jobs.github.github("npm:localhost");
        var other = good.with("repository", "ned/flag");
        exchange(escaped, other.signed()).is(404);
        exchange(escaped, good.signed()).is(200);
        new NpmTeam(jobs.varve, folder, other.signed()).publish(sail, "1.1.0").is(404);
        new NpmTeam(jobs.varve, folder, good.signed()).publish(sail, "1.1.0").is(201);

        assertThat(nora.packument(sail).is(200).json().path("versions").propertyNames())
                .containsExactly("1.0.0", "1.1.0");
        new NpmTeam(jobs.varve, folder, "").packument(sail).is(404);
    }

    @Test
    void on_a_page_admins_say_which_workflows_publish() {
        var operator = jobs.varve.api();
        var account = Map.of("login", "admin", "password", operator.token());
        var api = operator.inSession(operator.anonymous().post("/api/session", account).is(200));
        var sail = "@" + NpmTeam.fresh("fleet") + "/sail";
        new NpmTeam(jobs.varve, folder, operator.token()).publish(sail, "1.0.0").is(201);
        var path = "/api/scopes/" + sail.substring(1).replace("/", "/packages/") + "/publishers";
        var page = "/" + sail + "/publish";
        var fields =
                Map.of(
                        "provider",
                        "gitlab",
                        "repository",
                        "luca/sail",
                        "file",
                        ".gitlab-ci.yml",
                        "stages:json",
                        "false",
                        "-then",
                        page);
        assertThat(api.form(path, fields).is(303).header("Location")).hasValue(page);
        var trusted = api.get(path).is(200).json();
        assertThat(trusted).hasSize(1);
        assertThat(trusted.get(0).path("repository").asString()).isEqualTo("luca/sail");
        assertThat(trusted.get(0).path("publishes").asBoolean()).isTrue();
        var nora = new NpmTeam(jobs.varve, folder, operator.token());
        assertThat(nora.get("/-/package/" + sail + "/trust").is(200).text()).contains("luca/sail");

        var one = path + "/" + trusted.get(0).path("id").asString();
        api.form(one, Map.of("-method", "DELETE", "-then", page)).is(303);
        assertThat(api.get(path).is(200).json()).isEmpty();
        var odd = Map.of("provider", "gitlab", "repository", "sail", "file", "x");
        api.post(path, odd).is(400);
    }

    private void job(Client client, String pkg, String version, boolean succeeds) {
        var workspace = new NpmTeam(jobs.varve, folder, "").pkg(pkg, version);
        var clients =
                Clients.of(jobs.varve, folder).from(jobs.varve.npm()).knowing(jobs.github.runner());
        var run =
                client == Client.PNPM11
                        ? clients.run(client, workspace, "publish", "--no-git-checks")
                        : clients.run(client, workspace, "publish");
        if (succeeds) {
            run.succeeds();
        } else {
            run.fails();
        }
    }

    private static Answer exchange(String pkg, String token) {
        var path = "/-/npm/v1/oidc/token/exchange/package/" + pkg;
        return Web.send(
                HttpRequest.newBuilder(jobs.varve.npm().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static Object json(String text) {
        return new JsonMapper().readTree(text);
    }
}
