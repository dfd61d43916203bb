package varve.acceptance.matrix;

import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import varve.acceptance.account.Authenticator;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Client;

/// What is found and what is proved.
final class Checks {
    private static final Pattern SECRET = Pattern.compile("enter code: ([A-Z2-7]{32})");
    private static final String RECOVERY = "(?s).*?([a-z2-7]{4}(?:-[a-z2-7]{4}){3}).*";

    private Checks() {}

    static List<Row> rows() {
        return List.of(
                new Row("search", Checks::search),
                new Row("audit", Checks::audit),
                new Row("audit signatures", Checks::signatures),
                new Row("docs, repo, bugs", Checks::pages),
                new Row("doctor: ping", Checks::doctor),
                new Row("trust github, list", Checks::trust),
                new Row("stage publish, list", Checks::stage),
                new Row("hook add, ls, update, rm", Checks::hook),
                new Row("profile enable-2fa, disable-2fa", Checks::secondFactor));
    }

    private static Cell search(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11 ->
                    does(d ->
                            eventually(
                                    Duration.ofSeconds(30),
                                    () -> d.run("search", d.pole).succeeds().saying(d.pole)));
            case YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell audit(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10, PNPM11, BUN, DENO ->
                    does(d -> {
                        var use = d.using(d.flag);
                        Installing.install(d, use).succeeds();
                        d.run(use, "audit").succeeds();
                    });
            case YARN4 ->
                    does(d -> {
                        var use = d.using(d.flag);
                        Installing.install(d, use).succeeds();
                        d.run(use, "npm", "audit").succeeds();
                    });
            case YARN1 -> lacks("asks its maker's registry only, whatever it is told");
        };
    }

    private static Cell signatures(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM11 ->
                    does(d -> {
                        var use = d.using(d.flag);
                        Installing.install(d, use).succeeds();
                        d.clients.auditSignatures(client, use).succeeds();
                    });
            case PNPM10, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }

    private static Cell pages(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12 -> does(d -> d.run("docs", d.flag, "--no-browser").succeeds());
            case PNPM10, PNPM11, YARN1, YARN4, BUN, DENO ->
                    lacks("opens a browser, or nothing of the kind");
        };
    }

    private static Cell doctor(Client client) {
        return client.isNpm()
                ? does(d -> d.run("doctor", "connection").succeeds().saying("Ok"))
                : lacks(NO_COMMAND);
    }

    private static Cell trust(Client client) {
        return switch (client) {
            case NPM11, NPM12 ->
                    does(d -> {
                        var flags = new String[] {"--repo", "luca/flag", "--file", "publish.yml"};
                        var words = new ArrayList<>(List.of("trust", "github", d.flag));
                        words.addAll(List.of(flags));
                        words.addAll(List.of("--allow-publish", "--yes"));
                        d.run(words.toArray(String[]::new)).succeeds();
                        d.run("trust", "list", d.flag).succeeds().saying("luca/flag");
                    });
            case NPM10, PNPM10, PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
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

    private static Cell hook(Client client) {
        return client == Client.NPM10
                ? does(d -> {
                    d.run("hook", "add", d.flag, "https://hooks.example.org/", "s").succeeds();
                    var all = d.run("hook", "ls").succeeds().saying(d.flag).output();
                    var id = all.replaceAll("(?s).*Hook ([0-9a-f-]{36}).*", "$1");
                    d.run("hook", "update", id, "https://other.example.org/", "t").succeeds();
                    d.run("hook", "rm", id).succeeds();
                })
                : lacks(NO_COMMAND);
    }

    /// The client shows the secret, and asks for a code that belongs to it; a recovery code takes
    /// the second factor away again.
    private static Cell secondFactor(Client client) {
        return switch (client) {
            case NPM10, NPM11, NPM12, PNPM10 ->
                    does(d -> {
                        String recovery;
                        try (var asked =
                                d.asking(d.project("at"), "profile", "enable-2fa", "auth-only")) {
                            asked.awaiting("password:").typing(Api.PASSWORD);
                            var phone = new Authenticator(asked.found(SECRET));
                            asked.awaiting("OTP code").typing(phone.code(0));
                            var codes = asked.end().succeeds().output();
                            recovery = codes.replaceAll(RECOVERY, "$1");
                        }
                        var otp = "--otp=" + recovery;
                        try (var asked = d.asking(d.project("at"), "profile", "disable-2fa", otp)) {
                            asked.awaiting("password:").typing(Api.PASSWORD);
                            asked.end().succeeds().saying("disabled");
                        }
                    });
            case PNPM11, YARN1, YARN4, BUN, DENO -> lacks(NO_COMMAND);
        };
    }
}
