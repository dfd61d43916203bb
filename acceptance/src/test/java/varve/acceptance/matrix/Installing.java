package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.Workspace;

/// What one does with packages of others.
final class Installing {
    private Installing() {}

    static List<Row> rows() {
        return List.of(
                new Row("install", Installing::install),
                new Row("install, from a lock file", Installing::locked),
                new Row("add", Installing::add),
                new Row("update", Installing::update),
                new Row("view", Installing::view),
                new Row("outdated", Installing::outdated),
                new Row("pack, from the registry", Installing::pack),
                new Row("diff", Installing::diff),
                new Row("run without installing", Installing::exec),
                new Row("fund", client -> onlyNpm(client, Installing::fund)),
                new Row("query", client -> onlyNpm(client, Installing::query)),
                new Row("sbom", client -> onlyNpm(client, Installing::sbom)));
    }

    /// Those who have no packages yet get them.
    private static void stocked(Desk d) {
        if (d.client == Client.DENO && d.packument(d.flag).status() == 404) {
            d.team().publish(d.flag, "1.0.0").is(201);
            d.team().publish(d.flag, "1.1.0").is(201);
            d.team().publish(d.pole, "1.0.0").is(201);
        }
    }

    private static Cell install(Client client) {
        return does(d -> {
            stocked(d);
            var use = d.using(d.flag);
            install(d, use).succeeds();
            d.clients.node(use, "main.js").succeeds().saying(d.flag + "@1.1.0");
        });
    }

    private static Cell locked(Client client) {
        return does(d -> {
            var before = d.using(d.flag);
            install(d, before).succeeds();
            var lock =
                    switch (d.client) {
                        case NPM10, NPM11, NPM12 -> "package-lock.json";
                        case PNPM10, PNPM11 -> "pnpm-lock.yaml";
                        case YARN1, YARN4 -> "yarn.lock";
                        case BUN -> "bun.lock";
                        case DENO -> "deno.lock";
                    };
            var again = d.using(d.flag).file(lock, before.read(lock));
            var words =
                    switch (d.client) {
                        case NPM10, NPM11, NPM12 -> new String[] {"ci"};
                        case PNPM10, PNPM11, YARN1, BUN ->
                                new String[] {"install", "--frozen-lockfile"};
                        case YARN4 -> new String[] {"install", "--immutable"};
                        case DENO -> new String[] {"install", "--frozen"};
                    };
            d.run(again, words).succeeds();
            d.clients.node(again, "main.js").succeeds().saying(d.flag + "@1.1.0");
            assertThat(again.read(lock)).isEqualTo(before.read(lock));
        });
    }

    private static Cell add(Client client) {
        return does(d -> {
            var use =
                    d.project("use")
                            .file("main.js", "console.log(require(\"%s\"));".formatted(d.pole));
            var wanted = d.pole + "@1.0.0";
            switch (d.client) {
                case NPM10, NPM11, NPM12 -> d.run(use, "install", wanted).succeeds();
                case PNPM10, PNPM11, YARN1, YARN4, BUN -> d.run(use, "add", wanted).succeeds();
                case DENO -> d.run(use, "add", "npm:" + wanted).succeeds();
            }
            d.clients.node(use, "main.js").succeeds().saying(d.pole + "@1.0.0");
        });
    }

    /// From what a lock file holds to what the range allows.
    private static Cell update(Client client) {
        return does(d -> {
            var use = d.using(d.flag);
            var loose = use.read("package.json");
            use.file("package.json", loose.replace("^1.0.0", "1.0.0"));
            install(d, use).succeeds();
            d.clients.node(use, "main.js").succeeds().saying(d.flag + "@1.0.0");
            use.file("package.json", loose);
            switch (d.client) {
                case YARN1 -> {
                    install(d, use).succeeds();
                    d.run(use, "upgrade").succeeds();
                }
                case YARN4 -> d.run(use, "up", d.flag).succeeds();
                case NPM10, NPM11, NPM12, PNPM10, PNPM11, BUN, DENO ->
                        d.run(use, "update").succeeds();
            }
            d.clients.node(use, "main.js").succeeds().saying(d.flag + "@1.1.0");
        });
    }

    private static Cell view(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> d.run("view", d.flag + "@1.0.0", "name").succeeds().saying(d.flag));
            case YARN1, BUN -> does(d -> d.run("info", d.flag).succeeds().saying("Draws flags"));
            case YARN4 -> does(d -> d.run("npm", "info", d.flag).succeeds().saying("Draws flags"));
            case DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell outdated(Client client) {
        if (client == Client.YARN4) {
            return lacks(NO_COMMAND);
        }
        return does(d -> {
            var use =
                    d.using(d.flag)
                            .file(
                                    "package.json",
                                    "{\"name\":\"use\",\"private\":true,\"dependencies\":{\"%s\":\"1.0.0\"}}"
                                            .formatted(d.flag));
            install(d, use).succeeds();
            assertThat(d.run(use, "outdated").output()).contains("1.0.0", "1.1.0");
        });
    }

    private static Cell pack(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12 ->
                    does(d -> {
                        var at = d.project("at");
                        d.run(at, "pack", d.flag + "@1.0.0").succeeds();
                        try (var files = Files.list(at.folder())) {
                            assertThat(files)
                                    .anyMatch(f -> f.toString().endsWith("flag-1.0.0.tgz"));
                        }
                    });
            case PNPM10, PNPM11, YARN1, YARN4, BUN, DENO -> lacks("packs what lies here only");
        };
    }

    private static Cell diff(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12 ->
                    does(d ->
                            d.run(
                                            "diff",
                                            "--diff=" + d.flag + "@1.0.0",
                                            "--diff=" + d.flag + "@1.1.0")
                                    .succeeds()
                                    .saying("+module.exports = \"" + d.flag + "@1.1.0\""));
            case BUN ->
                    does(d ->
                            d.run("pm", "diff", d.flag + "@1.0.0", "1.1.0")
                                    .saying("+module.exports = \"" + d.flag + "@1.1.0\""));
            case PNPM10, PNPM11, YARN1, YARN4, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell exec(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12 ->
                    does(d -> d.run("exec", "--yes", "--", d.pole).succeeds().saying("raised"));
            case PNPM10, PNPM11, YARN4 ->
                    does(d -> d.run("dlx", d.pole).succeeds().saying("raised"));
            case BUN -> does(d -> d.run("x", d.pole).succeeds().saying("raised"));
            case DENO -> does(d -> d.run("run", "-A", "npm:" + d.flag).saying(d.flag));
            case YARN1 -> lacks(NO_COMMAND);
        };
    }

    private static void fund(Desk d) {
        var use = d.using(d.flag);
        install(d, use).succeeds();
        d.run(use, "fund").succeeds();
    }

    private static void query(Desk d) {
        var use = d.using(d.flag);
        install(d, use).succeeds();
        d.run(use, "query", ":root > *").succeeds().saying(d.flag, "1.1.0");
    }

    private static void sbom(Desk d) {
        var use = d.using(d.flag);
        install(d, use).succeeds();
        d.run(use, "sbom", "--sbom-format=cyclonedx").succeeds().saying(d.flag.substring(1));
    }

    private static Cell onlyNpm(Client client, Cell.Check check) {
        return client.isNpm() ? does(check) : lacks(NO_COMMAND);
    }

    static Run install(Desk d, Workspace use, String... more) {
        var words = new ArrayList<>(List.of("install"));
        words.addAll(List.of(more));
        return d.run(use, words.toArray(String[]::new));
    }
}
