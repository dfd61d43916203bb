package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.util.List;
import varve.acceptance.kit.Client;

/// What is said of versions that are there already.
final class Tags {
    private Tags() {}

    static List<Row> rows() {
        return List.of(
                new Row("dist-tag ls", Tags::list),
                new Row("dist-tag add", Tags::add),
                new Row("dist-tag rm", Tags::remove),
                new Row("deprecate", Tags::deprecate),
                new Row("undeprecate", Tags::undeprecate));
    }

    private static Cell list(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> d.run("dist-tag", "ls", d.flag).succeeds().saying("latest: 1.1.0"));
            case YARN1 -> does(d -> d.run("tag", "list", d.flag).succeeds().saying("latest"));
            case YARN4 ->
                    does(d -> d.run("npm", "tag", "list", d.flag).succeeds().saying("latest"));
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell add(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> added(d, "dist-tag", "add", d.flag + "@1.0.0", "old"));
            case YARN1 -> does(d -> added(d, "tag", "add", d.flag + "@1.0.0", "old"));
            case YARN4 -> does(d -> added(d, "npm", "tag", "add", d.flag + "@1.0.0", "old"));
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static void added(Desk d, String... words) {
        d.run(words).succeeds();
        var tags = d.packument(d.flag).is(200).json().path("dist-tags");
        assertThat(tags.path("old").asString("")).isEqualTo("1.0.0");
    }

    private static Cell remove(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> removed(d, "dist-tag", "rm", d.flag, "old"));
            case YARN1 -> does(d -> removed(d, "tag", "remove", d.flag, "old"));
            case YARN4 -> does(d -> removed(d, "npm", "tag", "remove", d.flag, "old"));
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static void removed(Desk d, String... words) {
        d.run(words).succeeds();
        assertThat(d.packument(d.flag).is(200).json().path("dist-tags").has("old")).isFalse();
    }

    private static Cell deprecate(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> {
                        d.run("deprecate", d.flag + "@1.0.0", "use 1.1").succeeds();
                        assertThat(warning(d)).isEqualTo("use 1.1");
                    });
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell undeprecate(Client client) {
        return switch (client) {
            case NPM11, NPM12, PNPM11 ->
                    does(d -> {
                        d.run("undeprecate", d.flag + "@1.0.0").succeeds();
                        assertThat(warning(d)).isEmpty();
                    });
            case NPM10, PNPM10 ->
                    does(d -> {
                        d.run("deprecate", d.flag + "@1.0.0", "").succeeds();
                        assertThat(warning(d)).isEmpty();
                    });
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static String warning(Desk d) {
        var versions = d.packument(d.flag).is(200).json().path("versions");
        return versions.path("1.0.0").path("deprecated").asString("");
    }
}
