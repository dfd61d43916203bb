package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.util.List;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Web;

/// The last things one does.
final class Leaving {
    private Leaving() {}

    static List<Row> rows() {
        return List.of(
                new Row("unpublish, one version", Leaving::version),
                new Row("unpublish, the whole package", Leaving::everything),
                new Row("logout, which revokes", Leaving::logout));
    }

    private static Cell version(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> {
                        d.run("unpublish", d.flag + "@1.1.0").succeeds();
                        assertThat(d.packument(d.flag).is(200).json().path("versions").has("1.1.0"))
                                .isFalse();
                        d.team().get("/" + d.flag + "/-/flag-1.1.0.tgz").is(404);
                    });
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell everything(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> {
                        d.run("unpublish", d.pole, "--force").succeeds();
                        assertThat(d.packument(d.pole).json().path("versions").size()).isZero();
                    });
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell logout(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> {
                        d.run("logout").succeeds();
                        Web.get(
                                        d.varve.npm().resolve("/-/whoami"),
                                        "Authorization",
                                        "Bearer " + d.token)
                                .is(401);
                    });
            case YARN1, YARN4 -> lacks("forgets its token, and tells nobody");
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }
}
