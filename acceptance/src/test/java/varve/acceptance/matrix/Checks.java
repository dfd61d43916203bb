package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.acceptance.matrix.Accounts.NO_COMMAND;
import static varve.acceptance.matrix.Cell.does;
import static varve.acceptance.matrix.Cell.lacks;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import varve.acceptance.account.Authenticator;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Client;

/// What is found and what is proved.
final class Checks {
    private static final Pattern SECRET = Pattern.compile("enter code: ([A-Z2-7]{32})");
    private static final String[] AUDIT = {"audit"};
    private static final String RECOVERY = "(?s).*?([a-z2-7]{4}(?:-[a-z2-7]{4}){3}).*";

    private Checks() {}

    static List<Row> rows() {
        return List.of(
                new Row("search", Checks::search),
                new Row("audit", Checks::audit),
                new Row("audit, of a known flaw", Checks::flaw),
                new Row("audit signatures", Checks::signatures),
                new Row("docs, repo, bugs", Checks::pages),
                new Row("doctor: ping", Checks::doctor),
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

    /// They end as they do when something is wrong, and say what.
    private static Cell flaw(Client client) {
        if (client == Client.YARN1) {
            return lacks("asks its maker's registry only, whatever it is told");
        }
        return does(d -> {
            var torn = d.scope + "/torn";
            d.team().publish(torn, "1.0.0").is(201);
            var osv = d.project("osv").file("torn.json", osv(torn));
            d.varve.verb("advisories", osv.folder().toString()).succeeds().saying("took in 1 ");
            var use = d.using(torn);
            Installing.install(d, use).succeeds();
            var words = client == Client.YARN4 ? new String[] {"npm", "audit"} : AUDIT;
            assertThat(d.run(use, words).fails().output()).containsIgnoringCase("high");
        });
    }

    private static String osv(String name) {
        return """
        {"id":"VARVE-%s","modified":"2026-01-01T00:00:00Z","summary":"a torn flag",
         "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}],
         "affected":[{"package":{"ecosystem":"npm","name":"%s"},
           "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"2.0.0"}]}]}],
         "database_specific":{"severity":"HIGH"}}
        """
                .formatted(name.replaceAll("[^a-z0-9]", "-"), name);
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
            case NPM10, NPM11, NPM12 ->
                    does(d -> {
                        for (var page : List.of("docs", "repo", "bugs")) {
                            d.run(page, d.flag, "--no-browser").succeeds().saying("luca/flag");
                        }
                    });
            case PNPM10, PNPM11, YARN1, YARN4, BUN, DENO ->
                    lacks("opens a browser, or nothing of the kind");
        };
    }

    private static Cell doctor(Client client) {
        return client.isNpm()
                ? does(d -> d.run("doctor", "connection").succeeds().saying("Ok"))
                : lacks(NO_COMMAND);
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
