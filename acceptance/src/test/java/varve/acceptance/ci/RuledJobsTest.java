package varve.acceptance.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// The operator's rules for names bind jobs, too: a package may trust a workflow as it likes, and
/// only the repositories that a rule names publish.
@Tag("long")
class RuledJobsTest {
    @TempDir Path folder;
    private final LocalIssuer github = Trusting.github();
    private RunningVarve varve;
    private NpmTeam nora;

    @BeforeEach
    void a_registry_with_rules() throws IOException {
        rules("github:luca/flag");
        varve = Trusting.start(Map.of("VARVE_NPM_RULES", file().toString()));
        nora = new NpmTeam(varve, folder, varve.api().token());
    }

    @AfterEach
    void end() {
        varve.close();
    }

    @Test
    void a_job_publishes_what_the_rules_let_its_repository_publish() throws IOException {
        var flag = trusting("@fleet/flag");
        var mast = trusting("@fleet/mast");
        var luca = github.github("npm:localhost");
        var ned = luca.with("repository", "ned/flag");

        job(flag, "1.1.0").succeeds();
        job(mast, "1.1.0").fails();
        assertThat(versions(flag)).containsExactly("1.0.0", "1.1.0");
        assertThat(versions(mast)).containsExactly("1.0.0");
        assertThat(publish(luca, mast).is(403).text()).contains("do not let you publish " + mast);
        publish(ned, flag).is(403);
        assertThat(versions(flag)).doesNotContain("2.0.0");

        rules("github:ned/flag");
        varve.verb("reload").succeeds();
        job(flag, "1.2.0").fails();
        assertThat(publish(luca, flag).is(403).text()).contains("do not let you publish " + flag);
        assertThat(versions(flag)).containsExactly("1.0.0", "1.1.0");
        rules("$authenticated");
        varve.verb("reload").succeeds();
        job(flag, "1.2.0").succeeds();
        assertThat(versions(flag)).contains("1.2.0");
    }

    /// A package whose admins trust the workflow of `luca/flag`, and that of `ned/flag`.
    private String trusting(String name) {
        nora.publish(name, "1.0.0").is(201);
        for (var repository : List.of("luca/flag", "ned/flag")) {
            var claims =
                    Map.of("repository", repository, "workflow_ref", Map.of("file", "publish.yml"));
            var publisher =
                    Map.of(
                            "type",
                            "github",
                            "permissions",
                            List.of("createPackage"),
                            "claims",
                            claims);
            var path = "/-/package/" + name.replace("/", "%2f") + "/trust";
            nora.send("POST", path, List.of(publisher)).is(201);
        }
        return name;
    }

    private Run job(String pkg, String version) {
        var workspace = new NpmTeam(varve, folder, "").pkg(pkg, version);
        return Clients.of(varve, folder)
                .from(varve.npm())
                .knowing(github.runner())
                .npm(workspace, "publish");
    }

    /// The job's identity, exchanged where it may be, and one request with what that gave.
    private Answer publish(LocalIssuer.Draft job, String pkg) {
        var path = "/-/npm/v1/oidc/token/exchange/package/" + pkg.replace("/", "%2f");
        var exchanged =
                Web.send(
                        HttpRequest.newBuilder(varve.npm().resolve(path))
                                .header("Authorization", "Bearer " + job.signed())
                                .POST(HttpRequest.BodyPublishers.noBody()));
        if (exchanged.status() != 200) {
            return exchanged;
        }
        var token = exchanged.json().path("token").asString();
        return new NpmTeam(varve, folder, token).publish(pkg, "2.0.0");
    }

    private Iterable<String> versions(String pkg) {
        return nora.packument(pkg).is(200).json().path("versions").propertyNames();
    }

    private Path file() {
        return folder.resolve("rules.yaml");
    }

    private void rules(String publishers) throws IOException {
        Files.writeString(
                file(),
                """
                packages:
                  '@fleet/flag': { access: $all, publish: [ admin, '%s' ] }
                  '@fleet/mast': { access: $all, publish: [ admin, 'github:luca/mast' ] }
                  '**': { access: $all, publish: $authenticated }
                """
                        .formatted(publishers));
    }
}
