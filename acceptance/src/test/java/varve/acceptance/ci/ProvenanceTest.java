package varve.acceptance.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.PrivateSigstore;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Workspace;

/// Jobs attest where a tarball was built; what they attest is looked at, kept and told, and nothing
/// else is.
@Tag("long")
@ExtendWith(TellsLogs.class)
class ProvenanceTest {
    private static final JsonMapper JSON = new JsonMapper();
    static final Map<String, String> JOB =
            Map.of(
                    "GITHUB_SERVER_URL", "https://github.com",
                    "GITHUB_REPOSITORY", "luca/flag",
                    "GITHUB_WORKFLOW_REF",
                            "luca/flag/.github/workflows/publish.yml@refs/heads/main",
                    "GITHUB_REF", "refs/heads/main",
                    "GITHUB_SHA", "0123456789012345678901234567890123456789",
                    "GITHUB_EVENT_NAME", "push",
                    "GITHUB_RUN_ID", "7",
                    "GITHUB_RUN_ATTEMPT", "1",
                    "RUNNER_ENVIRONMENT", "github-hosted");

    private static PrivateSigstore sigstore;
    private static LocalIssuer github;
    private static RunningVarve varve;
    @TempDir Path folder;

    @BeforeAll
    static void a_registry_that_believes_a_sigstore_of_our_own() {
        sigstore = new PrivateSigstore();
        github = new LocalIssuer();
        var issuers =
                "github=%s|%s/keys,github=https://token.actions.githubusercontent.com"
                        .formatted(github.issuer(), github.issuer());
        varve =
                RunningVarve.start(
                        Map.of(
                                "VARVE_CI_ISSUERS",
                                issuers,
                                "VARVE_SIGSTORE_TRUSTED_ROOT",
                                sigstore.trustedRoot().toString()));
    }

    @AfterAll
    static void no_more() {
        varve.close();
        github.close();
        sigstore.close();
    }

    @Test
    void a_job_publishes_with_provenance_and_installers_verify_it() throws Exception {
        var nora = team();
        var sail = "@" + NpmTeam.fresh("fleet") + "/sail";
        trusted(nora, sail, "luca/flag");
        job(Client.NPM11, sail, "1.1.0", "--provenance").succeeds().saying("Signed provenance");
        job(Client.NPM12, sail, "1.2.0", "--provenance").succeeds();

        var versions = nora.packument(sail).is(200).json().path("versions");
        var told = versions.path("1.1.0").path("dist").path("attestations");
        assertThat(told.path("provenance").path("predicateType").asString())
                .isEqualTo("https://slsa.dev/provenance/v1");
        assertThat(versions.path("1.0.0").path("dist").has("attestations")).isFalse();
        var file = nora.get("/-/npm/v1/attestations/" + sail + "@1.1.0").is(200).json();
        assertThat(told.path("url").asString()).endsWith(sail + "@1.1.0");
        assertThat(file.path("attestations").get(0).path("bundle").has("dsseEnvelope")).isTrue();
        nora.get("/-/npm/v1/attestations/" + sail + "@1.0.0").is(404);
        assertThat(varve.api().staff().get("/api/audit?limit=100").is(200).text())
                .contains("attestation.version-attested");

        var clients = clients();
        var desk =
                nora.workspace("desk")
                        .file(
                                "package.json",
                                "{\"dependencies\":{\"%s\":\"1.2.0\"}}".formatted(sail));
        clients.run(Client.NPM11, desk, "install").succeeds();
        clients.run(Client.NPM11, desk, "audit", "signatures")
                .succeeds()
                .saying("1 package has a verified attestation");
    }

    @Test
    void what_is_forged_or_of_another_tarball_job_or_sigstore_is_refused() throws Exception {
        var nora = team();
        var flag = NpmTeam.fresh("flag");
        trusted(nora, flag, "luca/flag");
        job(Client.NPM11, flag, "1.1.0", "--provenance").succeeds();
        var bundle =
                nora.get("/-/npm/v1/attestations/" + flag + "@1.1.0")
                        .is(200)
                        .json()
                        .path("attestations")
                        .get(0)
                        .path("bundle");
        refused(nora, flag, "1.2.0", bundle.toString(), "something else than these bytes");
        refused(nora, flag, "1.2.0", "{}", "log entry");
        refused(nora, flag, "1.2.0", "no JSON", "unreadable");

        var other = NpmTeam.fresh("other");
        trusted(nora, other, "ned/kite");
        job(Client.NPM11, other, "1.1.0", "--provenance").fails();
        nora.packument(other).is(200);
        assertThat(nora.packument(other).json().path("versions").has("1.1.0")).isFalse();
    }

    @Test
    void every_part_of_a_bundle_counts() throws Exception {
        var nora = team();
        var flag = NpmTeam.fresh("flag");
        trusted(nora, flag, "luca/flag");
        var workspace = new NpmTeam(varve, folder, "").pkg(flag, "1.1.0");
        var made = made(workspace, flag, "1.1.0");
        var sound = JSON.readTree(made.bundle());
        for (var change : Bundles.alterations(sound)) {
            var document = NpmTeam.document(flag, "1.1.0", made.tarball());
            var answer = nora.put(flag, Bundles.with(document, flag, "1.1.0", change.toString()));
            assertThat(answer.is(400).text()).contains("provenance is refused");
        }
        assertThat(nora.packument(flag).json().path("versions").has("1.1.0")).isFalse();

        var file = Files.writeString(folder.resolve("made.sigstore"), made.bundle());
        var clients = clients();
        var token = nora.token();
        workspace.file(
                ".npmrc",
                "registry=%s%n//%s/:_authToken=%s%n"
                        .formatted(varve.npm(), varve.npm().getAuthority(), token));
        clients.run(Client.NPM12, workspace, "publish", "--provenance-file=" + file).succeeds();
        assertThat(
                        nora.packument(flag)
                                .json()
                                .path("versions")
                                .path("1.1.0")
                                .path("dist")
                                .has("attestations"))
                .isTrue();
    }

    /// What was published elsewhere.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(String bundle, byte[] tarball) {}

    /// The bundle of a job's publication of exactly this package to another registry.
    private Made made(Workspace workspace, String name, String version) throws Exception {
        try (var elsewhere =
                RunningVarve.start(
                        Map.of(
                                "VARVE_CI_ISSUERS",
                                "github=https://token.actions.githubusercontent.com",
                                "VARVE_SIGSTORE_TRUSTED_ROOT",
                                sigstore.trustedRoot().toString()))) {
            var ned = new NpmTeam(elsewhere, folder, elsewhere.api().newcomer("Ned").token());
            workspace.file(
                    ".npmrc",
                    "registry=%s%n//%s/:_authToken=%s%n"
                            .formatted(
                                    elsewhere.npm(), elsewhere.npm().getAuthority(), ned.token()));
            var environment = new HashMap<>(JOB);
            environment.putAll(github.runner());
            environment.putAll(sigstore.environment());
            Clients.of(elsewhere, folder)
                    .from(elsewhere.npm())
                    .knowing(environment)
                    .run(Client.NPM11, workspace, "publish", "--provenance", "--access=public")
                    .succeeds();
            var bundle =
                    ned.get("/-/npm/v1/attestations/" + name + "@" + version)
                            .is(200)
                            .json()
                            .path("attestations")
                            .get(0)
                            .path("bundle");
            var tarball = ned.get("/" + name + "/-/" + name + "-" + version + ".tgz").is(200);
            return new Made(bundle.toString(), tarball.bytes());
        }
    }

    private static void refused(
            NpmTeam team, String name, String version, String bundle, String why) {
        var document = NpmTeam.document(name, version, NpmTeam.tarball(name, version));
        var answer = team.put(name, Bundles.with(document, name, version, bundle)).is(400);
        assertThat(answer.text()).contains("provenance is refused", why);
        assertThat(team.packument(name).json().path("versions").has(version)).isFalse();
    }

    private static void trusted(NpmTeam team, String name, String repository) {
        team.publish(name, "1.0.0").is(201);
        var trust =
                List.of(
                        Map.of(
                                "type",
                                "github",
                                "permissions",
                                List.of("createPackage"),
                                "claims",
                                Map.of(
                                        "repository",
                                        repository,
                                        "workflow_ref",
                                        Map.of("file", "publish.yml"))));
        team.send("POST", "/-/package/" + name + "/trust", trust).is(201);
    }

    private Run job(Client client, String name, String version, String... words) {
        var workspace = new NpmTeam(varve, folder, "").pkg(name, version);
        var all = new ArrayList<>(List.of("publish"));
        all.addAll(List.of(words));
        return clients()
                .knowing(JOB)
                .knowing(github.runner())
                .run(client, workspace, all.toArray(String[]::new));
    }

    private Clients clients() {
        return Clients.of(varve, folder).from(varve.npm()).knowing(sigstore.environment());
    }

    private NpmTeam team() {
        return new NpmTeam(varve, folder, varve.api().newcomer("Nora").token());
    }
}
