package varve.acceptance.matrix;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Conversation;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Where somebody sits with one client, who has an account, a colleague, a scope of their own and a
/// package without one.
final class Desk {
    final RunningVarve varve;
    final Client client;
    final Clients clients;
    final Path folder;
    final Api browser;
    final String login;
    final String mate;
    final String token;
    final String scope;

    /// In the scope.
    final String flag;

    /// Without a scope.
    final String pole;

    Desk(RunningVarve varve, Client client, Path folder) {
        this.varve = varve;
        this.client = client;
        this.folder = folder;
        clients = Clients.of(varve, folder).from(varve.npm());
        browser = varve.api().anonymous().signedUp("mia");
        login = name(browser);
        mate = name(varve.api().anonymous().signedUp("ned"));
        token = npmToken(login);
        scope = "@" + NpmTeam.fresh("m");
        flag = scope + "/flag";
        pole = NpmTeam.fresh("pole");
    }

    NpmTeam team() {
        return new NpmTeam(varve, folder, token);
    }

    /// An empty project that knows this registry and who sits here.
    Workspace project(String name) {
        return project(name, token);
    }

    Workspace project(String name, String token) {
        var desk = new NpmTeam(varve, folder, token).workspace(NpmTeam.fresh(name));
        desk.file("package.json", "{\"name\":\"use\",\"version\":\"1.0.0\",\"private\":true}");
        switch (client) {
            case YARN4 -> berry(desk, token);
            case PNPM10, PNPM11 -> desk.file("pnpm-workspace.yaml", "minimumReleaseAge: 0\n");
            case DENO ->
                    desk.file(
                            "deno.json",
                            "{\"minimumDependencyAge\":\"0\",\"nodeModulesDir\":\"auto\"}");
            case NPM10, NPM11, NPM12, YARN1, BUN -> {}
        }
        return desk;
    }

    /// A project that wants one package of any version.
    Workspace using(String pkg) {
        return project("use")
                .file("main.js", "console.log(require(\"%s\"));\n".formatted(pkg))
                .file(
                        "package.json",
                        "{\"name\":\"use\",\"version\":\"1.0.0\",\"private\":true,\"dependencies\":{\"%s\":\"^1.0.0\"}}"
                                .formatted(pkg));
    }

    /// A package that is ready to be published.
    Workspace pkg(String name, String version) {
        return project("pkg")
                .file("index.js", "module.exports = \"%s@%s\";\n".formatted(name, version))
                .file(
                        "cli.js",
                        "#!/usr/bin/env node\nconsole.log(\"%s raised\");\n".formatted(name))
                .file("README.md", "# " + name + "\n")
                .file(
                        "package.json",
                        """
                        {"name": "%s", "version": "%s", "description": "Draws flags",
                         "license": "MIT", "main": "index.js", "bin": {"raise": "cli.js"},
                         "repository": "github:luca/flag"}
                        """
                                .formatted(name, version));
    }

    Run run(Workspace in, String... words) {
        return clients.run(client, in, words);
    }

    /// Anywhere will do.
    Run run(String... words) {
        return run(project("at"), words);
    }

    Conversation asking(Workspace in, String... words) {
        return clients.asking(client, in, words);
    }

    Conversation atTerminal(Workspace in, String... words) {
        return clients.atTerminal(client, in, words);
    }

    /// What clients are told of a package.
    Answer packument(String name) {
        return team().packument(name);
    }

    private void berry(Workspace desk, String token) {
        var npm = varve.npm().toString();
        desk.file("yarn.lock", "")
                .file(
                        ".yarnrc.yml",
                        """
                        npmRegistryServer: "%s"
                        unsafeHttpWhitelist: [localhost]
                        npmMinimalAgeGate: 0
                        enableTelemetry: false
                        enableGlobalCache: false
                        enableImmutableInstalls: false
                        nodeLinker: node-modules
                        globalFolder: "%s"
                        %s
                        """
                                .formatted(
                                        npm.substring(0, npm.length() - 1),
                                        folder.resolve("berry"),
                                        token.isEmpty()
                                                ? ""
                                                : "npmAlwaysAuth: true\nnpmAuthToken: \"%s\""
                                                        .formatted(token)));
    }

    static String name(Api signedIn) {
        return signedIn.get("/api/user").is(200).json().path("login").asString();
    }

    /// Signs in as npm does it with a password.
    String npmToken(String login) {
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (login + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var body =
                new JsonMapper()
                        .writeValueAsBytes(
                                Map.of(
                                        "_id",
                                        "org.couchdb.user:" + login,
                                        "name",
                                        login,
                                        "password",
                                        Api.PASSWORD));
        return Web.send(
                        HttpRequest.newBuilder(
                                        varve.npm().resolve("/-/user/org.couchdb.user:" + login))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + basic)
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)))
                .is(201)
                .json()
                .path("token")
                .asString();
    }
}
