package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class NpmLoginTest {
    private static final Pattern SIGN_IN_AT = Pattern.compile("/auth\\?code=([A-Z]{4}-[A-Z]{4})");

    private static RunningVarve varve;
    private final String login = "mia-" + UUID.randomUUID().toString().substring(0, 8);
    @TempDir Path folder;
    private Clients clients;
    private Workspace desk;

    @BeforeAll
    static void a_registry_that_may_lock_this_address_out() {
        varve = RunningVarve.start(OutsideServers.with(Map.of()));
    }

    @AfterAll
    static void no_more() {
        varve.close();
    }

    @BeforeEach
    void sit_down() {
        clients = Clients.of(varve, folder).from(varve.npm());
        desk =
                Workspace.in(folder, "desk")
                        .file(".npmrc", "registry=" + varve.npm() + "\n")
                        .file("package.json", "{\"name\":\"desk\",\"version\":\"1.0.0\"}");
    }

    @Test
    void npm_signs_up_out_and_in_with_a_password() {
        say("adduser", Api.PASSWORD, "mia@example.org").succeeds().saying("Logged in");
        clients.npm(desk, "whoami").succeeds().saying(login);
        clients.npm(desk, "profile", "get").succeeds().saying(login, "mia@example.org");
        clients.npm(desk, "profile", "set", "fullname", "Mia Moon").succeeds();
        clients.npm(desk, "profile", "get", "fullname").succeeds().saying("Mia Moon");

        clients.npm(desk, "logout").succeeds();
        clients.npm(desk, "whoami").fails().saying("ENEEDAUTH");

        say("login", "not the password", "mia@example.org").fails().saying("E401");
        say("login", Api.PASSWORD, "mia@example.org").succeeds().saying("Logged in");
        clients.npm(desk, "whoami").succeeds().saying(login);
    }

    @Test
    void npm_makes_lists_and_revokes_tokens() {
        say("adduser", Api.PASSWORD, "mia@example.org").succeeds();
        Run made;
        try (var npm = clients.npmAsking(desk, "token", "create", "--name", "ci")) {
            made = npm.awaiting("npm password:").typing(Api.PASSWORD).end().succeeds();
        }
        var secret = made.output().replaceAll("(?s).*(jsrp_[0-9A-Za-z]{35}).*", "$1");
        assertThat(whoami(secret).is(200).text()).contains(login);

        var listed = clients.npm(desk, "token", "list").succeeds().output();
        assertThat(listed).contains("name ci", "name npm login").doesNotContain(secret);
        var id = listed.replaceAll("(?s).*with id (\\w+) name ci .*", "$1");
        clients.npm(desk, "token", "revoke", id).succeeds();
        whoami(secret).is(401);

        try (var npm = clients.npmAsking(desk, "token", "create", "--name", "again")) {
            npm.awaiting("npm password:").typing("not the password").end().fails();
        }
    }

    @Test
    void npm_signs_in_by_a_browser_once_somebody_approves_there() {
        var mia = varve.api().anonymous().signedUp("mia");
        try (var npm = clients.npmAsking(desk, "login", "--auth-type=web")) {
            var code = npm.found(SIGN_IN_AT);
            assertThat(mia.get("/auth?code=" + code).is(200).text())
                    .contains("everything that you may");
            mia.form("/auth", Map.of("code", code, "decision", "approve")).is(303);
            npm.end().succeeds().saying("Logged in");
        }
        var name = mia.get("/api/user").is(200).json().path("login").asString();
        clients.npm(desk, "whoami").succeeds().saying(name);

        var token = desk.read(".npmrc").replaceAll("(?s).*(jsrp_[0-9A-Za-z]{35}).*", "$1");
        if (token.startsWith("jsrp_")) {
            whoami(token).is(200);
        }
        clients.npm(desk, "logout").succeeds();
        clients.npm(desk, "whoami").fails();
    }

    /// npm asks for a password when a login by browser comes to nothing.
    @Test
    void what_is_denied_in_the_browser_is_no_login() {
        var mia = varve.api().anonymous().signedUp("mia");
        try (var npm = clients.npmAsking(desk, "login", "--auth-type=web")) {
            var code = npm.found(SIGN_IN_AT);
            mia.form("/auth", Map.of("code", code, "decision", "deny")).is(303);
            npm.awaiting("Username:");
        }
        clients.npm(desk, "whoami").fails().saying("ENEEDAUTH");
    }

    private Run say(String verb, String password, String mail) {
        try (var npm = clients.npmAsking(desk, verb, "--auth-type=legacy")) {
            npm.awaiting("Username:").typing(login).awaiting("Password:").typing(password);
            if (verb.equals("adduser")) {
                npm.awaiting("Email").typing(mail);
            }
            return npm.end();
        }
    }

    private Answer whoami(String token) {
        return Web.get(varve.npm().resolve("/-/whoami"), "Authorization", "Bearer " + token);
    }
}
