package varve.acceptance.matrix;

import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.Workspace;

/// Who one is.
final class Accounts {
    static final String NO_COMMAND = "no such command";
    private static final Pattern SIGN_IN_AT = Pattern.compile("/auth\\?code=([A-Z]{4}-[A-Z]{4})");

    private Accounts() {}

    static List<Row> rows() {
        return List.of(
                new Row("ping", Accounts::ping),
                new Row("adduser", Accounts::adduser),
                new Row("login, by password", Accounts::password),
                new Row("login, by browser", Accounts::browser),
                new Row("whoami", Accounts::whoami),
                new Row("profile get", Accounts::profile),
                new Row("profile set", Accounts::profileSet),
                new Row("profile set password", Accounts::passwordSet),
                new Row("token create", Accounts::tokenCreate),
                new Row("token list", Accounts::tokenList),
                new Row("token revoke", Accounts::tokenRevoke));
    }

    private static Cell ping(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 -> does(d -> d.run("ping").succeeds());
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell adduser(Client client) {
        return switch (client) {
            case NPM10, NPM11, PNPM10 ->
                    does(d -> {
                        var name = NpmTeam.fresh("ona");
                        try (var asked =
                                d.asking(d.project("new", ""), "adduser", "--auth-type=legacy")) {
                            asked.awaiting("Username:").typing(name);
                            asked.awaiting("Password:").typing(Api.PASSWORD);
                            asked.awaiting("Email").typing("ona@example.org");
                            asked.end().succeeds().saying("Logged in");
                        }
                    });
            case NPM12, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
            case PNPM11 -> lacks("another name for login");
        };
    }

    private static Cell password(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> {
                        try (var asked =
                                d.asking(d.project("new", ""), "login", "--auth-type=legacy")) {
                            asked.awaiting("Username:").typing(d.login);
                            asked.awaiting("Password:").typing(Api.PASSWORD);
                            asked.end().succeeds().saying("Logged in");
                        }
                    });
            case YARN4 ->
                    does(d -> {
                        try (var asked = d.atTerminal(d.project("new", ""), "npm", "login")) {
                            asked.awaiting("Username:").typing(d.login);
                            asked.awaiting("Password:").typing(Api.PASSWORD);
                            asked.awaiting("Successfully logged in");
                        }
                    });
            case PNPM11 -> lacks("asks for one only where a registry cannot do it by browser");
            case YARN1 -> lacks("keeps name and mail, and asks nobody");
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell browser(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 -> does(d -> approved(d, "login", "--auth-type=web"));
            case PNPM11 -> does(d -> approved(d, "login"));
            case YARN4 -> does(d -> approved(d, "npm", "login", "--web-login"));
            case YARN1 -> lacks("keeps name and mail, and asks nobody");
            case BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static void approved(Desk d, String... words) {
        try (var asked = d.asking(d.project("new", ""), words)) {
            if (d.client == Client.YARN4) {
                asked.awaiting("open your browser now?").typing("n");
            }
            var code = asked.found(SIGN_IN_AT);
            d.browser.form("/auth", Map.of("code", code, "decision", "approve")).is(303);
            asked.end().succeeds();
        }
    }

    private static Cell whoami(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d -> d.run("whoami").succeeds().saying(d.login));
            case YARN4 -> does(d -> d.run("npm", "whoami").succeeds().saying(d.login));
            case BUN -> does(d -> d.run("pm", "whoami").succeeds().saying(d.login));
            case YARN1, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell profile(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> d.run("profile", "get").succeeds().saying(d.login));
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell profileSet(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> {
                        d.run("profile", "set", "fullname", "Mia Moon").succeeds();
                        d.run("profile", "get", "fullname").succeeds().saying("Mia Moon");
                    });
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    /// Of an account that nothing else needs.
    private static Cell passwordSet(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> {
                        var ona = Desk.name(d.varve.api().anonymous().signedUp("ona"));
                        var desk = d.project("at", d.npmToken(ona));
                        var fresh = "anchor-" + NpmTeam.fresh("rope");
                        try (var asked = d.asking(desk, "profile", "set", "password")) {
                            asked.awaiting("Current password:").typing(Api.PASSWORD);
                            asked.awaiting("New password:").typing(fresh);
                            asked.awaiting("Again:").typing(fresh);
                            asked.end().succeeds();
                        }
                        var login = Map.of("name", ona, "password", Api.PASSWORD, "type", "user");
                        new NpmTeam(d.varve, d.folder, "")
                                .send("PUT", "/-/user/org.couchdb.user:" + ona, login)
                                .is(401);
                    });
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell tokenCreate(Client client) {
        return switch (client) {
            case NPM10 -> does(d -> created(d.project("at"), d));
            case NPM11, NPM12 -> does(d -> created(d.project("at"), d, "--name", "ci"));
            case PNPM10 -> does(d -> created(d.project("at"), d));
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static void created(Workspace in, Desk d, String... more) {
        var words = new ArrayList<>(List.of("token", "create"));
        words.addAll(List.of(more));
        try (var asked = d.asking(in, words.toArray(String[]::new))) {
            asked.awaiting("password:").typing(Api.PASSWORD);
            asked.end().succeeds().saying("jsrp_");
        }
    }

    private static Cell tokenList(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> d.run("token", "list").succeeds().saying("jsrp_"));
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell tokenRevoke(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> {
                        var tokens =
                                d.team().get("/-/npm/v1/tokens").is(200).json().path("objects");
                        var first = tokens.get(tokens.size() - 1).path("key").asString();
                        for (var token : tokens) {
                            if (!token.path("name").asString().equals("npm login")) {
                                first = token.path("key").asString();
                            }
                        }
                        var key = first;
                        d.run("token", "revoke", key).succeeds();
                        d.run("token", "list").succeeds();
                        var left = d.team().get("/-/npm/v1/tokens").is(200).text();
                        Assertions.assertThat(left).doesNotContain(key);
                    });
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }
}
