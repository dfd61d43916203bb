package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.util.ArrayList;
import java.util.List;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Run;

/// What is published. Whoever's client cannot gets their packages from elsewhere, so that the rows
/// that follow have something to work with.
final class Packages {
    private Packages() {}

    static List<Row> rows() {
        return List.of(
                new Row("publish, to a free scope", client -> first(client, true)),
                new Row("publish, without a scope", client -> first(client, false)),
                new Row("publish the same again: refused", Packages::again),
                new Row("publish --tag", Packages::tagged),
                new Row("publish --access restricted", Packages::restricted));
    }

    private static Cell first(Client client, boolean scoped) {
        if (client == Client.DENO) {
            return lacks("publishes to JSR hosts only");
        }
        return does(d -> {
            var name = scoped ? d.flag : d.pole;
            publish(d, name, "1.0.0").succeeds();
            var said = d.packument(name).is(200).json();
            assertThat(said.path("dist-tags").path("latest").asString()).isEqualTo("1.0.0");
            assertThat(said.path("versions").path("1.0.0").path("bin").toString())
                    .contains("cli.js");
        });
    }

    private static Cell again(Client client) {
        if (client == Client.DENO) {
            return lacks("publishes to JSR hosts only");
        }
        return does(d -> {
            var bytes = d.packument(d.flag).json().path("versions").path("1.0.0").toString();
            publish(d, d.flag, "1.0.0").fails();
            assertThat(d.packument(d.flag).json().path("versions").path("1.0.0").toString())
                    .isEqualTo(bytes);
        });
    }

    private static Cell tagged(Client client) {
        if (client == Client.DENO) {
            return lacks("publishes to JSR hosts only");
        }
        return does(d -> {
            publish(d, d.flag, "1.1.0").succeeds();
            publish(d, d.flag, "2.0.0-rc.1", "--tag", "next").succeeds();
            var tags = d.packument(d.flag).is(200).json().path("dist-tags");
            assertThat(tags.path("next").asString()).isEqualTo("2.0.0-rc.1");
            assertThat(tags.path("latest").asString()).isEqualTo("1.1.0");
        });
    }

    private static Cell restricted(Client client) {
        if (client == Client.DENO) {
            return lacks("publishes to JSR hosts only");
        }
        return does(d -> {
            var secret = d.scope + "/secret";
            publish(d, secret, "1.0.0", "--access", "restricted").succeeds();
            d.packument(secret).is(200);
            new NpmTeam(d.varve, d.folder, "").packument(secret).is(404);
        });
    }

    /// With the client's own command.
    static Run publish(Desk d, String name, String version, String... more) {
        var words = new ArrayList<String>();
        switch (d.client) {
            case NPM10, NPM11, NPM12, BUN -> words.add("publish");
            case PNPM10, PNPM11 -> words.addAll(List.of("publish", "--no-git-checks"));
            case YARN1 ->
                    words.addAll(List.of("publish", "--non-interactive", "--new-version", version));
            case YARN4 -> words.addAll(List.of("npm", "publish"));
            case DENO -> throw new IllegalStateException("publishes to JSR hosts only");
        }
        words.addAll(List.of(more));
        var pkg = d.pkg(name, version);
        if (d.client == Client.YARN4) {
            d.run(pkg, "install").succeeds();
        }
        return d.run(pkg, words.toArray(String[]::new));
    }
}
