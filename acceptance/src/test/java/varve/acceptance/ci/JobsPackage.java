package varve.acceptance.ci;

import java.net.http.HttpRequest;
import java.util.Map;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.Web;

/// A package that is linked to the repository of an issuer's jobs.
///
/// @param name with its scope
public record JobsPackage(LocalIssuer github, String name) {
    /// Creates it in a scope of the operator's, whoever runs its jobs.
    public static JobsPackage in(RunningVarve varve, String scope, LocalIssuer github) {
        var api = varve.api();
        var pkg = new JobsPackage(github, "@" + scope + "/jobs");
        api.patch("/api/scopes/" + scope, Map.of("ghActionsVerifyActor", false)).is(200);
        api.createPackage(pkg.name);
        var repository = Map.of("owner", "luca", "name", "flag", "id", LocalIssuer.REPOSITORY);
        api.patch(Api.packagePath(pkg.name), Map.of("githubRepository", repository)).is(200);
        return pkg;
    }

    /// Sends a version as a job of the repository does.
    ///
    /// @param owner number of whoever the repository belongs to now
    public Answer publish(RunningVarve varve, String version, long owner) {
        var token =
                github.github("registry:" + varve.registry().getAuthority())
                        .with("repository_owner_id", String.valueOf(owner))
                        .signed();
        var upload =
                Tarball.of(
                        "./",
                        Map.of(
                                "deno.json",
                                "{\"name\":\"%s\",\"license\":\"MIT\",\"exports\":\"./mod.ts\"}"
                                        .formatted(name),
                                "mod.ts",
                                "export {};\n"));
        var path = Api.packagePath(name) + "/versions/" + version + "?config=/deno.json";
        return Web.send(
                HttpRequest.newBuilder(varve.registry().resolve(path))
                        .header("Authorization", "githuboidc " + token)
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(upload)));
    }
}
