package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class AccountTest {
    private final RunningVarve varve = Shared.varve();
    private final Api stranger = varve.api().anonymous();
    private final String login = "luca-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void who_signs_up_is_signed_in_and_can_sign_in_again() {
        var luca = stranger.inSession(signUp());

        var self = luca.get("/api/user").is(200).json();
        assertThat(self.path("name").asString()).isEqualTo(login);
        assertThat(self.path("email").asString()).isEqualTo("luca@example.org");

        var again = stranger.inSession(signIn(login.toUpperCase(Locale.ROOT)).is(200));
        assertThat(again.get("/api/user").is(200).json().path("id")).isEqualTo(self.path("id"));
    }

    @Test
    void a_session_is_kept_from_scripts_and_from_other_sites() {
        var cookie = signUp().headers("Set-Cookie").getFirst();
        assertThat(cookie)
                .startsWith("token=jsrw_")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800");
        var token = cookie.substring("token=".length(), cookie.indexOf(';'));
        var address = varve.registry().resolve("/sign-out");

        for (var site : List.of("cross-site", "same-site", "none")) {
            var sent = List.of("Cookie", "token=" + token, "Sec-Fetch-Site", site);
            refusedAsCrossSite(Web.ask("POST", address, sent.toArray(String[]::new)));
        }
        refusedAsCrossSite(
                Web.ask("POST", address, "Cookie", "token=" + token, "Origin", "http://evil.test"));
        refusedAsCrossSite(Web.ask("POST", address, "Cookie", "token=" + token));
        var api = varve.registry().resolve("/api/session");
        refusedAsCrossSite(
                Web.ask("DELETE", api, "Cookie", "token=" + token, "Origin", "http://evil.test"));

        var ours = varve.registry().toString().replaceAll("/$", "");
        Web.ask("POST", address, "Cookie", "token=" + token, "Origin", ours).is(303);
        stranger.with(token).get("/api/user").is(401);
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one() {
        var here = stranger.inSession(signUp());
        var elsewhere = stranger.inSession(signIn(login).is(200));
        var sessions = here.get("/api/user/sessions").is(200).json();
        assertThat(sessions).hasSize(2);
        assertThat(sessions.path(0).path("address").asString()).isEqualTo("127.0.0.1");

        here.delete("/api/user/sessions/" + sessions.path(0).path("id").asString()).is(204);

        elsewhere.get("/api/user").is(401);
        here.get("/api/user").is(200);
        var out = here.delete("/api/session").is(204);
        assertThat(out.headers("Set-Cookie").getFirst())
                .startsWith("token=;")
                .contains("Max-Age=0");
        here.get("/api/user").is(401);
        // a page takes whose session has ended for a stranger
        here.get("/packages").is(200);
    }

    @Test
    void a_changed_password_ends_all_other_sessions() {
        var here = stranger.inSession(signUp());
        var elsewhere = stranger.inSession(signIn(login).is(200));

        here.put("/api/user/password", Map.of("old", "not this one", "new", "another password"))
                .is(401);
        here.put("/api/user/password", Map.of("old", Api.PASSWORD, "new", "short")).is(400);
        here.put("/api/user/password", Map.of("old", Api.PASSWORD, "new", "another password"))
                .is(204);

        here.get("/api/user").is(200);
        elsewhere.get("/api/user").is(401);
        refused(signIn(login), 401, "wrongPassword");
        stranger.post("/api/session", Map.of("login", login, "password", "another password"))
                .is(200);
    }

    @Test
    void the_erased_leave_what_they_did_and_nothing_that_tells_who_they_were() {
        var luca = stranger.inSession(signUp());
        var scope = luca.freshScope("erased");
        var id = luca.get("/api/user").is(200).json().path("id").asString();

        luca.delete("/api/user", Map.of("password", "not this one")).is(401);
        luca.delete("/api/user", Map.of("password", Api.PASSWORD)).is(204);

        luca.get("/api/user").is(401);
        refused(signIn(login), 401, "wrongPassword");
        var left = stranger.get("/api/users/" + id).is(200).json();
        assertThat(left.path("name").asString()).isEqualTo("erased");
        stranger.get("/api/scopes/" + scope).is(200);
        var told = varve.api().staff().get("/api/audit?actor=user:" + id).is(200).text();
        assertThat(told).contains("scope.created", "user.erased").doesNotContain(login);
    }

    @Test
    void what_cannot_be_an_account_is_refused() {
        signUp();
        refused(signUp(login, Api.PASSWORD, "luca@example.org"), 409, "loginTaken");
        refused(signUp(login.toUpperCase(Locale.ROOT), Api.PASSWORD, ""), 409, "loginTaken");
        refused(signUp("../luca", Api.PASSWORD, ""), 400, "loginNotAllowed");
        refused(signUp(login + "x", "1234567", ""), 400, "passwordNotAllowed");
        refused(signUp(login + "x", login + "X", ""), 400, "passwordNotAllowed");
        refused(signUp(login + "x", Api.PASSWORD, "nowhere"), 400, "mailNotAllowed");
        refused(stranger.post("/api/users", Map.of("login", login)), 400, "malformedRequest");
        refused(signIn("nobody-at-all"), 401, "wrongPassword");
    }

    @Test
    void everything_works_with_plain_forms() {
        var fields = Map.of("login", login, "password", Api.PASSWORD, "mail", "");
        var luca = stranger.inSession(ours("/sign-up", fields).is(303));
        var page = luca.get("/account").is(200);
        assertThat(page.text()).contains(login, "Tokens", "Where you are signed in");
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");

        var made =
                luca.form(
                                "/account/tokens",
                                Map.of("description", "laptop", "may", "everything", "days", "30"))
                        .is(200)
                        .text();
        var secret = made.replaceAll("(?s).*(jsrp_[0-9A-Za-z]{35}).*", "$1");
        stranger.with(secret).get("/api/user").is(200);
        assertThat(luca.get("/account").text()).contains("laptop").doesNotContain(secret);
        luca.get("/account/tokens/fresh").is(303);

        var token = luca.get("/api/user/tokens").is(200).json().path(0).path("id").asString();
        luca.form("/account/tokens/" + token + "/revoke", Map.of()).is(303);
        stranger.with(secret).get("/api/user").is(401);

        luca.form("/sign-out", Map.of()).is(303);
        assertThat(luca.get("/account").is(303).header("Location"))
                .contains("/sign-in?redirect=/account");
        var wrong = ours("/sign-in", Map.of("login", login, "password", "wrong")).is(303);
        assertThat(wrong.header("Location").orElseThrow())
                .startsWith("/sign-in?problem=WrongPassword");
        assertThat(stranger.get(wrong.header("Location").orElseThrow()).is(200).text())
                .contains("do not match");
    }

    @Test
    void nobody_is_led_elsewhere_after_signing_in() {
        signUp();
        for (var evil :
                List.of(
                        "//evil.test",
                        "/\\evil.test",
                        "https://evil.test",
                        "/%0d%0aSet-Cookie:x",
                        "")) {
            var went =
                    ours(
                                    "/sign-in",
                                    Map.of(
                                            "login",
                                            login,
                                            "password",
                                            Api.PASSWORD,
                                            "redirect",
                                            evil))
                            .is(303);
            assertThat(went.header("Location").orElseThrow())
                    .startsWith("/")
                    .doesNotContain("evil");
        }
        var went =
                ours(
                        "/sign-in",
                        Map.of(
                                "login",
                                login,
                                "password",
                                Api.PASSWORD,
                                "redirect",
                                "/auth?code=AB"));
        assertThat(went.header("Location")).contains("/auth?code=AB");
    }

    private Answer ours(String path, Map<String, String> fields) {
        return Web.send(
                HttpRequest.newBuilder(varve.registry().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(Web.form(fields)));
    }

    private Answer signUp() {
        return signUp(login, Api.PASSWORD, "luca@example.org").is(200);
    }

    private Answer signUp(String name, String password, String mail) {
        return stranger.post(
                "/api/users",
                mail.isEmpty()
                        ? Map.of("login", name, "password", password)
                        : Map.of("login", name, "password", password, "mail", mail));
    }

    private Answer signIn(String name) {
        return stranger.post("/api/session", Map.of("login", name, "password", Api.PASSWORD));
    }

    private static void refusedAsCrossSite(Answer answer) {
        refused(answer, 403, "crossSiteRequest");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
