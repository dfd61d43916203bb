package varve.acceptance.npm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.FreePorts;
import varve.acceptance.kit.Homes;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Verdaccio;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// A team moves from Verdaccio: the registry stands at the same address from then on, and nobody
/// has to touch a lock file.
@Tag("long")
@ExtendWith(TellsLogs.class)
class VerdaccioTakeoverTest {
    private static final Map<String, String> LOCKS =
            Map.of(
                    "npm", "package-lock.json",
                    "pnpm", "pnpm-lock.yaml",
                    "yarn", "yarn.lock");
    private static final String RULES =
            """
            '@secret/*': { access: $authenticated, publish: luca }
            '**': { access: $all, publish: $authenticated, unpublish: $authenticated }
            """;

    @TempDir Path folder;

    @Test
    void lock_files_made_before_install_the_same_afterwards() {
        int port = FreePorts.next();
        Map<String, Workspace> projects;
        Path config;
        Path storage;
        try (var verdaccio = Verdaccio.start(folder.resolve("verdaccio"), port, RULES)) {
            var clients = Clients.of(Shared.varve(), folder).from(verdaccio.address());
            fill(clients, verdaccio);
            projects = locked(clients, verdaccio);
            config = verdaccio.config();
            storage = verdaccio.storage();
        }

        var home = Homes.fresh();
        var settings = Workspace.in(folder, "settings").file("varve.yaml", "{}");
        var given = Map.of("VARVE_CONFIG", settings.folder().resolve("varve.yaml").toString());
        try (var varve = RunningVarve.start(home, given, FreePorts.next(), port)) {
            varve.verb("import", "verdaccio", config.toString(), storage.toString())
                    .succeeds()
                    .saying("took over 2 packages with 4 versions", "@secret/map: left out");
            var clients = Clients.of(varve, folder).from(varve.npm());
            LOCKS.forEach((client, lock) -> {
                var before = requireNonNull(projects.get(client));
                var again = copy(before, client, lock);
                frozen(clients, client, again).succeeds();
                assertThat(again.read(lock)).isEqualTo(before.read(lock));
                clients.node(again, "main.js").succeeds().saying("@team/flag@1.0.0", "pole@1.1.0");
            });
            tags_deprecations_and_rights_came_along(varve, clients);
            varve.verb("import", "verdaccio", config.toString(), storage.toString())
                    .succeeds()
                    .saying("took over 2 packages with 0 versions");
            rules_and_people_came_along(varve, settings, config, storage);
            varve.verb("verify").succeeds().saying(" 0 flaws");
        }
    }

    /// With the rules come the packages that are not for everybody, here from a bucket's copy.
    private void rules_and_people_came_along(
            RunningVarve varve, Workspace settings, Path config, Path storage) {
        settings.file("varve.yaml", "VARVE_NPM_RULES: " + config);
        varve.verb("reload").succeeds();
        Workspace.in(storage, ".")
                .file(
                        "verdaccio-s3-db.json",
                        settings.read("../verdaccio/storage/.verdaccio-db.json"));
        delete(storage.resolve(".verdaccio-db.json"));
        varve.verb("import", "verdaccio", config.toString(), storage.toString())
                .succeeds()
                .saying("took over 3 packages with 1 versions");
        Web.get(varve.npm().resolve("/@secret%2fmap")).is(404);
        var luca = signedIn(varve, "luca", "flags-and-poles");
        luca.packument("@secret/map").is(200);
        luca.publish("@secret/map", "1.1.0").is(201);
        var mara = signedIn(varve, "mara", "poles-and-flags");
        mara.packument("@secret/map").is(200);
        mara.publish("@secret/map", "1.2.0").is(403);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the password that they had before.
    private NpmTeam signedIn(RunningVarve varve, String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        var request =
                HttpRequest.newBuilder(varve.npm().resolve("/-/user/org.couchdb.user:" + name))
                        .header("Content-Type", "application/json")
                        .header("Authorization", basic)
                        .PUT(HttpRequest.BodyPublishers.ofString(body));
        var token = Web.send(request).is(201).json().path("token").asString();
        return new NpmTeam(varve, folder, token);
    }

    private void tags_deprecations_and_rights_came_along(RunningVarve varve, Clients clients) {
        var pole = Web.get(varve.npm().resolve("/pole")).is(200).json();
        assertThat(pole.path("dist-tags").path("latest").asString()).isEqualTo("1.1.0");
        assertThat(pole.path("dist-tags").path("next").asString()).isEqualTo("2.0.0-rc.1");
        assertThat(pole.path("versions").path("1.0.0").path("deprecated").asString())
                .isEqualTo("use 1.1");
        assertThat(pole.path("maintainers").toString()).contains("luca", "mara");
        var stranger = new NpmTeam(varve, folder, varve.api().newcomer("Nobody").token());
        clients.npm(stranger.pkg("pole", "3.0.0"), "publish").fails().saying("E403");
    }

    private void fill(Clients clients, Verdaccio verdaccio) {
        var luca = verdaccio.newcomer("luca", "flags-and-poles");
        var mara = verdaccio.newcomer("mara", "poles-and-flags");
        publish(clients, verdaccio.address(), luca, "pole", "1.0.0", "{}");
        publish(clients, verdaccio.address(), luca, "pole", "1.1.0", "{}");
        publish(clients, verdaccio.address(), luca, "pole", "2.0.0-rc.1", "{}", "--tag", "next");
        publish(clients, verdaccio.address(), mara, "@team/flag", "1.0.0", "{\"pole\":\"^1.0.0\"}");
        publish(clients, verdaccio.address(), luca, "@secret/map", "1.0.0", "{}");
        var at = at(verdaccio.address(), luca, "deprecating");
        clients.npm(at, "deprecate", "pole@1.0.0", "use 1.1").succeeds();
    }

    private void publish(
            Clients clients,
            URI to,
            String token,
            String name,
            String version,
            String dependencies,
            String... words) {
        var pkg =
                at(to, token, NpmTeam.fresh("pkg"))
                        .file("index.js", "module.exports = \"%s@%s\";".formatted(name, version))
                        .file(
                                "package.json",
                                "{\"name\":\"%s\",\"version\":\"%s\",\"dependencies\":%s}"
                                        .formatted(name, version, dependencies));
        var all = new ArrayList<>(List.of("publish"));
        all.addAll(List.of(words));
        clients.npm(pkg, all.toArray(String[]::new)).succeeds();
    }

    /// A project per client, installed once, with its lock file.
    private Map<String, Workspace> locked(Clients clients, Verdaccio verdaccio) {
        var projects = new HashMap<String, Workspace>();
        for (var client : LOCKS.keySet()) {
            var project = project(at(verdaccio.address(), "", "before-" + client));
            (switch (client) {
                        case "npm" -> clients.npm(project, "install");
                        case "pnpm" -> clients.pnpm(project, "install");
                        default -> clients.yarn(project, "install");
                    })
                    .succeeds();
            projects.put(client, project);
        }
        return projects;
    }

    private Workspace copy(Workspace before, String client, String lock) {
        return project(Workspace.in(folder, "after-" + client))
                .file(".npmrc", before.read(".npmrc"))
                .file(lock, before.read(lock));
    }

    private static Workspace project(Workspace in) {
        return in.file("main.js", "console.log(require(\"@team/flag\"), require(\"pole\"));")
                .file(
                        "package.json",
                        """
                        {"name":"use","version":"1.0.0","private":true,
                         "dependencies":{"@team/flag":"^1.0.0","pole":"^1.0.0"}}
                        """);
    }

    private static Run frozen(Clients clients, String client, Workspace project) {
        return switch (client) {
            case "npm" -> clients.npm(project, "ci");
            case "pnpm" -> clients.pnpm(project, "install", "--frozen-lockfile");
            default -> clients.yarn(project, "install", "--frozen-lockfile");
        };
    }

    private Workspace at(URI registry, String token, String name) {
        var credentials = "//%s/:_authToken=%s%n".formatted(registry.getAuthority(), token);
        return Workspace.in(folder, name)
                .file(
                        ".npmrc",
                        "registry=%s%n".formatted(registry) + (token.isEmpty() ? "" : credentials));
    }
}
