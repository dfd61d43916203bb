package varve.acceptance.ci;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// A registry that takes the word of two local issuers, and one package that is linked to the
/// repository of their jobs.
final class Jobs {
    static final String VERSION = "1.0.0";

    /// Versions that both kinds of jobs have sent already, each with a token of its own.
    static final String USED = "0.0.1";

    static final String USED_GITLAB = "0.0.2";

    final LocalIssuer github = Trusting.github();
    final LocalIssuer gitlab = Trusting.gitlab();
    final RunningVarve varve = Trusting.varve();
    final Api luca;
    final String scope;
    final byte[] upload;
    final String usedGithub;
    final String usedGitlab;

    Jobs() {
        luca = varve.api().anonymous().signedUp("luca");
        scope = luca.freshScope("jobs");
        link("flag");
        luca.createPackage("@" + scope + "/unlinked");
        var id = luca.get("/api/user").is(200).json().path("id").asString();
        for (var provider : new String[] {"github", "gitlab"}) {
            varve.api()
                    .staff()
                    .put(
                            "/api/admin/users/" + id + "/identities/" + provider,
                            Map.of("subject", String.valueOf(LocalIssuer.ACTOR)))
                    .is(204);
        }
        upload =
                Tarball.of(
                        "./",
                        Map.of(
                                "deno.json",
                                "{\"name\":\"@%s/flag\",\"version\":\"1.0.0\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                        .formatted(scope),
                                "mod.ts",
                                "export const flag: string = \"white\";\n"));
        usedGithub = "githuboidc " + github.github(audience("flag", USED)).signed();
        usedGitlab = "gitlaboidc " + gitlab.gitlab(audience("flag", USED_GITLAB)).signed();
        publish(usedGithub, "flag", USED).is(200);
        publish(usedGitlab, "flag", USED_GITLAB).is(200);
    }

    void link(String name) {
        luca.createPackage("@" + scope + "/" + name);
        var repository = Map.of("owner", "luca", "name", "flag", "id", LocalIssuer.REPOSITORY);
        luca.patch(
                        Api.packagePath("@" + scope + "/" + name),
                        Map.of("githubRepository", repository))
                .is(200);
    }

    /// A member of a workspace, which a job may publish.
    ///
    /// @param needed name of another member, or empty
    void member(Workspace workspace, String name, String needed) {
        link(name);
        var from = "\"@%s/%s\"".formatted(scope, needed);
        var module =
                needed.isEmpty()
                        ? "export const made: string = \"linen\";\n"
                        : "import { made as from } from %s;\nexport const made: string = from;\n"
                                .formatted(from);
        workspace
                .file(
                        name + "/deno.json",
                        "{\"name\":\"@%s/%s\",\"version\":\"1.0.0\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                .formatted(scope, name))
                .file(name + "/mod.ts", module);
    }

    /// Deno asks GitHub's runner itself; elsewhere the job gives it what its runner has made.
    Run publishWorkspace(String runner, Path folder) {
        var cloth = runner + "-cloth";
        var flag = runner + "-flag";
        var fleet = runner + "-fleet";
        var workspace =
                Workspace.in(folder, runner)
                        .file(
                                "deno.json",
                                "{\"workspace\":[\"./%s\",\"./%s\",\"./%s\"]}"
                                        .formatted(fleet, flag, cloth));
        member(workspace, cloth, "");
        member(workspace, flag, cloth);
        member(workspace, fleet, flag);

        var clients = Clients.of(varve, folder);
        return runner.equals("github")
                ? clients.knowing(github.runner()).deno(workspace, "publish", "--allow-dirty")
                : clients.publish(workspace, gitlab.gitlab(here()).signed(), "--no-provenance");
    }

    /// The audience that is ours alone.
    String here() {
        return "registry:" + varve.registry().getAuthority();
    }

    /// What `deno publish` asks its runner for.
    String audience(String name, String version) {
        return "{\"permissions\":[{\"permission\":\"package/publish\",\"scope\":\"%s\",\"package\":\"%s\",\"version\":\"%s\",\"tarballHash\":\"sha256-%s\"}]}"
                .formatted(scope, name, version, sha256(upload));
    }

    /// @param authorization scheme and token
    Answer publish(String authorization, String name, String version) {
        var path = Api.packagePath("@" + scope + "/" + name) + "/versions/" + version;
        return Web.send(
                HttpRequest.newBuilder(varve.registry().resolve(path + "?config=/deno.json"))
                        .header("Authorization", authorization)
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(upload)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sixty-four digits that are those of other bytes.
    static String otherHash() {
        return sha256("other bytes".getBytes(StandardCharsets.UTF_8));
    }
}
