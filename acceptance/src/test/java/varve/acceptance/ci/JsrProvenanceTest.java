package varve.acceptance.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.PrivateSigstore;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// `deno publish` in a job has signed where a version comes from, by a Sigstore of the test's own.
@Tag("long")
@ExtendWith(TellsLogs.class)
class JsrProvenanceTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static PrivateSigstore sigstore;
    private static LocalIssuer github;
    private static RunningVarve varve;
    private static Api luca;
    private static String scope;
    @TempDir Path folder;

    @BeforeAll
    static void a_registry_that_believes_a_sigstore_of_our_own() {
        sigstore = new PrivateSigstore();
        github = new LocalIssuer();
        varve =
                RunningVarve.start(
                        Map.of(
                                "VARVE_CI_ISSUERS",
                                "github=%s|%s/keys,github=https://token.actions.githubusercontent.com"
                                        .formatted(github.issuer(), github.issuer()),
                                "VARVE_SIGSTORE_TRUSTED_ROOT",
                                sigstore.trustedRoot().toString()));
        luca = varve.api().anonymous().signedUp("luca");
        scope = luca.freshScope("jobs");
        luca.patch("/api/scopes/" + scope, Map.of("ghActionsVerifyActor", false)).is(200);
    }

    @AfterAll
    static void no_more() {
        varve.close();
        github.close();
        sigstore.close();
    }

    @Test
    void a_job_publishes_and_readers_are_told_where_the_version_comes_from() {
        var flag = linked("flag", "luca");
        int before =
                luca.get(Api.packagePath(flag) + "/score").is(200).json().path("total").asInt();
        job(flag).succeeds().saying("transparency log");

        var version = luca.get(Api.packagePath(flag) + "/versions/1.0.0").is(200).json();
        assertThat(version.path("rekorLogId").asString("")).matches("\\d+");
        var score = luca.get(Api.packagePath(flag) + "/score").is(200).json();
        assertThat(score.path("hasProvenance").asBoolean()).isTrue();
        assertThat(score.path("total").asInt()).isGreaterThan(before);
        assertThat(bundle(flag).has("verificationMaterial")).isTrue();
        assertThat(varve.api().staff().get("/api/audit?limit=100").is(200).text())
                .contains("attestation.version-attested");
        assertThat(attest(luca, flag, bundle(flag)).is(409).json().path("code").asString())
                .isEqualTo("provenanceExists");
    }

    @Test
    void what_is_forged_or_of_another_package_or_repository_is_refused() {
        var cloth = linked("cloth", "luca");
        job(cloth).succeeds();
        var kite = linked("kite", "ned");
        publish(kite);

        refused(attest(luca, kite, bundle(cloth)), "something else than these bytes");
        for (var change : Bundles.jsrAlterations(bundle(cloth))) {
            refused(attest(luca, kite, change), "");
        }
        refused(attest(luca, kite, JSON.createObjectNode()), "one certificate");
        attest(varve.api().newcomer("Mia"), kite, bundle(cloth)).is(403);
        attest(luca.anonymous(), kite, bundle(cloth)).is(401);
        assertThat(
                        luca.get(Api.packagePath(kite) + "/versions/1.0.0")
                                .is(200)
                                .json()
                                .path("rekorLogId")
                                .isNull())
                .isTrue();
    }

    private static void publish(String pkg) {
        var files =
                Map.of(
                        "deno.json",
                        "{\"name\":\"%s\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                .formatted(pkg),
                        "mod.ts",
                        "export {};\n");
        var sent = luca.upload(pkg, "1.0.0", Tarball.of("./", files)).is(200);
        luca.awaitSuccess(sent.json().path("id").asString());
    }

    private static void refused(Answer answer, String why) {
        assertThat(answer.is(400).json().path("code").asString()).isEqualTo("unsoundProvenance");
        assertThat(answer.text()).contains(why);
    }

    private static JsonNode bundle(String pkg) {
        var address = varve.npm().resolve("/-/npm/v1/attestations/" + pkg + "@1.0.0");
        return Web.get(address).is(200).json().path("attestations").path(0).path("bundle");
    }

    private static Answer attest(Api api, String pkg, JsonNode bundle) {
        return api.post(
                Api.packagePath(pkg) + "/versions/1.0.0/provenance", Map.of("bundle", bundle));
    }

    /// @param owner of the repository `flag`, from which it is to come
    private static String linked(String name, String owner) {
        var pkg = "@" + scope + "/" + name;
        luca.createPackage(pkg);
        var repository = Map.of("owner", owner, "name", "flag", "id", LocalIssuer.REPOSITORY);
        luca.patch(Api.packagePath(pkg), Map.of("githubRepository", repository)).is(200);
        return pkg;
    }

    private Run job(String pkg) {
        var workspace =
                Workspace.in(folder, pkg.substring(pkg.indexOf('/') + 1))
                        .file(
                                "deno.json",
                                "{\"name\":\"%s\",\"version\":\"1.0.0\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                        .formatted(pkg))
                        .file("mod.ts", "export const flag: string = \"white\";\n");
        var environment = new HashMap<>(ProvenanceTest.JOB);
        environment.putAll(github.runner());
        environment.remove("DISABLE_JSR_PROVENANCE");
        environment.putAll(sigstore.forDeno());
        return Clients.of(varve, folder)
                .knowing(environment)
                .deno(workspace, "publish", "--allow-dirty");
    }
}
