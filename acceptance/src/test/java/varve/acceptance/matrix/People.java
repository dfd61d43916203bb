package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.util.List;
import varve.acceptance.kit.Client;

/// Who may do what with packages, and who likes them.
final class People {
    private People() {}

    static List<Row> rows() {
        return List.of(
                owner(
                        "owner ls",
                        "ls",
                        d -> d.run("owner", ownerList(d), d.pole).succeeds().saying(d.login)),
                owner(
                        "owner add",
                        "add",
                        d -> {
                            owners(d, "add");
                            assertThat(maintainers(d)).contains(d.mate);
                        }),
                owner(
                        "owner rm",
                        "rm",
                        d -> {
                            owners(d, d.client == Client.YARN1 ? "remove" : "rm");
                            assertThat(maintainers(d)).doesNotContain(d.mate);
                        }),
                npm(
                        "org set",
                        d -> d.run("org", "set", d.scope, d.mate).succeeds().saying("developer")),
                npm("org ls", d -> d.run("org", "ls", d.scope).succeeds().saying(d.login, d.mate)),
                npm(
                        "org rm",
                        d -> {
                            d.run("org", "rm", d.scope, d.mate).succeeds();
                            assertThat(d.run("org", "ls", d.scope).succeeds().output())
                                    .doesNotContain(d.mate);
                        }),
                team("team create", d -> d.run("team", "create", d.scope + ":sailors").succeeds()),
                team(
                        "team add",
                        d -> d.run("team", "add", d.scope + ":sailors", d.mate).succeeds()),
                team(
                        "team ls",
                        d -> d.run("team", "ls", d.scope + ":sailors").succeeds().saying(d.mate)),
                team(
                        "team ls, of a scope",
                        d -> d.run("team", "ls", d.scope).succeeds().saying("sailors")),
                access(
                        "access grant",
                        d ->
                                d.run("access", "grant", "read-write", d.scope + ":sailors", d.flag)
                                        .succeeds()),
                access(
                        "access list collaborators",
                        d ->
                                d.run("access", "list", "collaborators", d.flag)
                                        .succeeds()
                                        .saying(d.login, d.mate)),
                access(
                        "access list packages",
                        d ->
                                d.run("access", "list", "packages", d.scope)
                                        .succeeds()
                                        .saying(d.flag)),
                access(
                        "access list packages, of a team",
                        d ->
                                d.run("access", "list", "packages", d.scope + ":sailors")
                                        .succeeds()
                                        .saying(d.flag)),
                access(
                        "access revoke",
                        d -> d.run("access", "revoke", d.scope + ":sailors", d.flag).succeeds()),
                access(
                        "access get status",
                        d -> d.run("access", "get", "status", d.flag).succeeds().saying("public")),
                access(
                        "access set status",
                        d -> {
                            d.run("access", "set", "status=private", d.flag).succeeds();
                            d.run("access", "get", "status", d.flag)
                                    .succeeds()
                                    .saying(d.client == Client.PNPM11 ? "restricted" : "private");
                            d.run("access", "set", "status=public", d.flag).succeeds();
                        }),
                access(
                        "access set mfa=none",
                        d -> d.run("access", "set", "mfa=none", d.flag).succeeds()),
                team("team rm", d -> d.run("team", "rm", d.scope + ":sailors", d.mate).succeeds()),
                team(
                        "team destroy",
                        d -> d.run("team", "destroy", d.scope + ":sailors").succeeds()),
                star("star", d -> d.run("star", d.flag).succeeds()),
                star("stars", d -> d.run("stars").succeeds().saying(d.flag)),
                star("unstar", d -> d.run("unstar", d.flag).succeeds()));
    }

    private static Row owner(String name, String verb, Cell.Check check) {
        return new Row(
                name,
                client ->
                        switch (client) {
                            case NPM10, NPM11, NPM12, PNPM10, PNPM11 -> does(check);
                            case YARN1 ->
                                    verb.equals("ls")
                                            ? does(check)
                                            : lacks(
                                                    "forgets every owner but the one it is told of");
                            case YARN4, BUN, DENO -> lacks(NO_COMMAND);
                        });
    }

    private static String ownerList(Desk d) {
        return d.client == Client.YARN1 ? "list" : "ls";
    }

    private static void owners(Desk d, String verb) {
        if (d.client == Client.PNPM11) {
            d.run("owner", verb, d.pole, d.mate).succeeds();
        } else {
            d.run("owner", verb, d.mate, d.pole).succeeds();
        }
    }

    private static String maintainers(Desk d) {
        return d.packument(d.pole).is(200).json().path("maintainers").toString();
    }

    private static Row npm(String name, Cell.Check check) {
        return new Row(name, client -> client.isNpm() ? does(check) : lacks(NO_COMMAND));
    }

    private static Row team(String name, Cell.Check check) {
        return new Row(
                name,
                client ->
                        switch (client) {
                            case NPM10, NPM11, NPM12, PNPM10, PNPM11 -> does(check);
                            case YARN1 -> lacks("speaks of teams as they were before 2020");
                            case YARN4, BUN, DENO -> lacks(NO_COMMAND);
                        });
    }

    private static Row access(String name, Cell.Check check) {
        return new Row(
                name,
                client ->
                        switch (client) {
                            case NPM10, NPM11, NPM12, PNPM10, PNPM11 -> does(check);
                            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
                        });
    }

    private static Row star(String name, Cell.Check check) {
        return new Row(
                name,
                client ->
                        switch (client) {
                            case NPM10, NPM11, PNPM10, PNPM11 -> does(check);
                            case NPM12, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
                        });
    }
}
