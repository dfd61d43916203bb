package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.NpmTeam;

/// Who may publish without asking, and who must ask or show a second factor first.
final class Approving {
    private Approving() {}

    static List<Row> rows() {
        return List.of(
                new Row("trust github, list, revoke", client -> trust(client, "github")),
                new Row("trust gitlab, list, revoke", client -> trust(client, "gitlab")),
                new Row("publish --otp", Approving::withCode),
                new Row("stage publish, list", Approving::stage),
                new Row("stage view, download", Approving::viewed),
                new Row("stage approve", client -> decided(client, "approve")),
                new Row("stage reject", client -> decided(client, "reject")));
    }

    private static Cell trust(Client client, String provider) {
        return switch (client) {
            case NPM11, NPM12 ->
                    does(d -> {
                        var file = provider.equals("github") ? "publish.yml" : ".gitlab-ci.yml";
                        var words = new ArrayList<>(List.of("trust", provider, d.flag));
                        var where = provider.equals("github") ? "--repo" : "--project";
                        words.addAll(List.of(where, "luca/flag", "--file", file));
                        words.addAll(List.of("--allow-publish", "--yes"));
                        d.run(words.toArray(String[]::new)).succeeds();
                        d.run("trust", "list", d.flag).succeeds().saying("luca/flag");
                        var path = "/-/package/" + d.flag.replace("/", "%2f") + "/trust";
                        var trusted = d.team().get(path).is(200).json();
                        assertThat(trusted.size()).isOne();
                        assertThat(trusted.get(0).path("type").asString()).isEqualTo(provider);
                        var id = trusted.get(0).path("id").asString();
                        d.run("trust", "revoke", d.flag, "--id=" + id).succeeds();
                        assertThat(d.team().get(path).is(200).json().isEmpty()).isTrue();
                    });
            case NPM10, PNPM10, PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell withCode(Client client) {
        if (client == Client.DENO) {
            return lacks("publishes to JSR hosts only");
        }
        return does(d -> {
            try (var presence = Presence.of(d)) {
                d.team().publish(d.flag, "1.1.1").is(401);
                assertThat(versions(d)).doesNotContain("1.1.1");
                var otp = presence.code();
                Packages.publish(d, d.flag, "1.1.1", "--tag", "coded", "--otp", otp).succeeds();
                assertThat(versions(d)).contains("1.1.1");
            }
        });
    }

    private static Cell stage(Client client) {
        return switch (client) {
            case NPM11, NPM12, PNPM11 ->
                    does(d -> {
                        d.run(d.pkg(d.flag, "3.0.0"), "stage", "publish").succeeds();
                        d.run("stage", "list").succeeds().saying(d.flag);
                    });
            case YARN4 ->
                    does(d -> {
                        var pkg = d.pkg(d.flag, "3.0.0");
                        d.run(pkg, "install").succeeds();
                        d.run(pkg, "npm", "publish", "--staged").succeeds();
                        d.run("npm", "stage", "list").succeeds().saying(d.flag);
                    });
            case NPM10, PNPM10, YARN1, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell viewed(Client client) {
        return switch (client) {
            case NPM11, NPM12, PNPM11 ->
                    does(d -> {
                        var id = staged(d, "3.0.0");
                        d.run("stage", "view", id).succeeds().saying(d.flag, "3.0.0");
                        var at = d.project("at");
                        d.run(at, "stage", "download", id).succeeds();
                        try (var files = Files.list(at.folder())) {
                            assertThat(files).anyMatch(file -> file.toString().endsWith(".tgz"));
                        }
                    });
            case NPM10, PNPM10, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    /// Without a code nothing is decided.
    private static Cell decided(Client client, String verb) {
        return switch (client) {
            case NPM11, NPM12, PNPM11, YARN4 ->
                    does(d -> {
                        var version = verb.equals("approve") ? "3.0.0" : "3.1.0";
                        if (verb.equals("reject")) {
                            handIn(d, version);
                        }
                        var id = staged(d, version);
                        try (var presence = Presence.of(d)) {
                            d.run(words(d, verb, id)).fails();
                            d.run(words(d, verb, id, "--otp", presence.code())).succeeds();
                        }
                        assertThat(versions(d).contains(version)).isEqualTo(verb.equals("approve"));
                        d.team().get("/-/stage/" + id).is(404);
                    });
            case NPM10, PNPM10, YARN1, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static void handIn(Desk d, String version) {
        var path = "/-/stage/package/" + d.flag.replace("/", "%2f");
        var tarball = NpmTeam.tarball(d.flag, version);
        var document = NpmTeam.document(d.flag, version, tarball);
        d.team().send("POST", path, document);
    }

    private static String[] words(Desk d, String... words) {
        var all = new ArrayList<String>();
        if (d.client == Client.YARN4) {
            all.add("npm");
        }
        all.add("stage");
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    private static String staged(Desk d, String version) {
        for (var item : d.team().get("/-/stage").is(200).json().path("items")) {
            if (item.path("packageName").asString().equals(d.flag)
                    && item.path("version").asString().equals(version)) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError(version + " of " + d.flag + " does not wait");
    }

    private static List<String> versions(Desk d) {
        var versions = d.packument(d.flag).is(200).json().path("versions");
        return List.copyOf(versions.propertyNames());
    }
}
