package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// People sign in with accounts elsewhere: at a provider that speaks OpenID Connect, and at one
/// that speaks as GitHub does.
class SignOnTest {
    private static final LocalProvider PROVIDER = Connected.PROVIDER;
    private static final Map<String, String> PASSWORD = Map.of("password", Api.PASSWORD);
    private static final RunningVarve VARVE = Connected.varve();

    private final String number = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 33);

    @Test
    void whoever_has_an_account_there_has_one_here_and_always_the_same() {
        for (var service : new String[] {"acme", "github"}) {
            var first = signedIn(service, number).get("/api/user").is(200).json();
            var again = signedIn(service, number).get("/api/user").is(200).json();
            assertThat(again.path("id")).isEqualTo(first.path("id"));
            var prefix = service.equals("acme") ? "p-" : "gh-";
            assertThat(first.path("login").asString()).isEqualTo(prefix + number);
            assertThat(first.path("email").asString(""))
                    .isEqualTo(service.equals("acme") ? number + "@example.org" : "");
        }
        refused(travel("shut", number), "signUpClosed", 403);
    }

    @Test
    void the_way_back_leads_to_our_own_pages_and_can_be_gone_once() {
        var sent = sent("acme", "/packages");
        var code = PROVIDER.consents(sent.to(), number);
        var back = back("acme", code, sent.state(), sent.state()).is(302);
        assertThat(back.header("Location")).contains("/packages");
        assertThat(back.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("token=jsrw_"))
                .anyMatch(cookie -> cookie.startsWith("oauth_login_csrf=;"));

        refused(back("acme", code, sent.state(), sent.state()), "invalidOauthState", 400);
        var evil = sent("acme", "//evil.test");
        var there = PROVIDER.consents(evil.to(), number);
        assertThat(back("acme", there, evil.state(), evil.state()).header("Location"))
                .contains("/account");
    }

    @Test
    void nobody_comes_back_whom_nobody_sent() {
        var sent = sent("acme", "");
        var code = PROVIDER.consents(sent.to(), number);
        refused(back("acme", code, sent.state(), "another"), "invalidOauthState", 400);
        refused(back("acme", code, "made-up", "made-up"), "invalidOauthState", 400);
        refused(back("github", code, sent.state(), sent.state()), "invalidOauthState", 400);
        refused(back("nowhere", code, sent.state(), sent.state()), "unknownLoginService", 400);
        refused(back("acme", "", sent.state(), sent.state()), "githubOauthError", 400);
        var other = sent("acme", "");
        refused(back("acme", "made-up", other.state(), other.state()), "githubOauthError", 400);
        Web.get(VARVE.registry().resolve("/login/acme")).is(405);
        refused(login("acme", "", "cross-site"), "crossSiteRequest", 403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void an_identity_token_that_is_not_good_lets_nobody_in(
            String what, Consumer<Map<String, Object>> altering) {
        PROVIDER.altering =
                claims -> {
                    var altered = new HashMap<>(claims);
                    altering.accept(altered);
                    return altered;
                };
        try {
            refused(travel("acme", number), "githubOauthError", 400);
        } finally {
            PROVIDER.altering = claims -> claims;
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("another issuer's", c -> c.put("iss", "https://evil.test")),
                hostile("for somebody else", c -> c.put("aud", "another")),
                hostile(
                        "for several, asked for by another",
                        c -> {
                            c.put("aud", List.of(LocalProvider.CLIENT, "another"));
                            c.put("azp", "another");
                        }),
                hostile("too old", c -> c.put("exp", new Date(1_000))),
                hostile("without an end", c -> c.remove("exp")),
                hostile("another nonce", c -> c.put("nonce", "another")),
                hostile("no nonce", c -> c.remove("nonce")),
                hostile("about nobody", c -> c.remove("sub")));
    }

    @Test
    void accounts_are_linked_and_unlinked_and_never_taken_from_others() {
        var luca = VARVE.api().anonymous().signedUp("luca");
        var id = luca.get("/api/user").is(200).json().path("id").asString();
        link(luca, "acme").is(302);
        assertThat(signedIn("acme", number).get("/api/user").json().path("id").asString())
                .isEqualTo(id);

        var mia = VARVE.api().anonymous().signedUp("mia");
        refused(link(mia, "acme"), "connectTakenService", 400);

        luca.form("/disconnect/acme", Map.of()).is(303);
        assertThat(signedIn("acme", number).get("/api/user").json().path("id").asString())
                .isNotEqualTo(id);
    }

    @Test
    void the_last_way_to_sign_in_stays() {
        var only = signedIn("github", number);
        assertThat(only.get("/account").is(200).text()).contains("Sign in with GitHub no more");
        var kept = only.form("/disconnect/github", Map.of());
        assertThat(kept.status()).isEqualTo(400);
        signedIn("github", number).get("/api/user").is(200);
        assertThat(Web.get(VARVE.registry().resolve("/sign-in"), "Accept", "text/html").text())
                .contains("Sign in with GitHub", "action=\"/login/acme\"");
    }

    @Test
    void whoever_has_a_second_factor_here_is_asked_for_it_after_signing_in_elsewhere() {
        var luca = VARVE.api().anonymous().signedUp("luca");
        link(luca, "acme").is(302);
        var begun = luca.post("/api/user/second-factor", PASSWORD).is(200).json();
        var phone = new Authenticator(begun.path("secret").asString());
        luca.post("/api/user/second-factor/confirm", Map.of("code", phone.code(0))).is(200);

        var home = travel("acme", number).is(302);
        assertThat(home.header("Location")).contains("/sign-in/second");
        assertThat(home.headers("Set-Cookie")).noneMatch(one -> one.startsWith("token="));
        var browser = Web.cookie(home, "second_step");
        assertThat(second(browser, "000000").is(303).header("Location"))
                .contains("/sign-in/second?problem=WrongOneTimeCode");
        assertThat(second("another", phone.code(1)).status()).isEqualTo(400);
        var in = second(browser, phone.code(1)).is(303);
        VARVE.api().anonymous().inSession(in).get("/api/user").is(200);
        assertThat(second(browser, phone.code(1)).status()).isEqualTo(400);
    }

    @Test
    void whoever_came_from_elsewhere_chooses_a_password_and_may_then_unlink() {
        var only = signedIn("acme", number);
        assertThat(only.get("/account").text()).doesNotContain("id=\"old\"");
        var token = only.post("/api/user/tokens", Map.of("description", "at work")).is(200).json();
        var found = only.with(token.path("secret").asString());
        found.put("/api/user/password", Map.of("new", "a thief's choice")).is(403);
        only.form("/account/password", Map.of("new", Api.PASSWORD)).is(303);
        assertThat(only.get("/account").text()).contains("id=\"old\"");
        only.form("/disconnect/acme", Map.of()).is(303);
        var account = Map.of("login", "p-" + number, "password", Api.PASSWORD);
        only.anonymous().post("/api/session", account).is(200);
    }

    private static Answer second(String browser, String code) {
        var form =
                HttpRequest.newBuilder(VARVE.registry().resolve("/sign-in/second"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "second_step=" + browser)
                        .header("Sec-Fetch-Site", "same-origin");
        return Web.send(form.POST(Web.form(Map.of("code", code))));
    }

    private static Arguments hostile(String what, Consumer<Map<String, Object>> altering) {
        return Arguments.of(what, altering);
    }

    /// Somebody who was sent away.
    ///
    /// @param state that their browser was given too
    private record Sent(URI to, String state) {}

    private static Sent sent(String service, String redirect) {
        return sent(login(service, redirect, "same-origin"));
    }

    private static Answer login(String service, String redirect, String from) {
        var path = "/login/" + service + "?redirect=" + redirect;
        return Web.ask("POST", VARVE.registry().resolve(path), "Sec-Fetch-Site", from);
    }

    private static Sent sent(Answer answer) {
        var to = URI.create(answer.is(303).header("Location").orElseThrow());
        assertThat(to.toString()).startsWith(PROVIDER.issuer() + "/");
        var state = LocalProvider.parameters(to.getRawQuery()).getOrDefault("state", "");
        assertThat(answer.headers("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("oauth_login_csrf=" + state + ";")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax"));
        return new Sent(to, state);
    }

    private static Answer back(
            String service, String code, String state, String browsersState, String... cookies) {
        var path = "/login/callback/%s?code=%s&state=%s".formatted(service, code, state);
        var cookie = "oauth_login_csrf=" + browsersState + String.join("", cookies);
        return Web.get(VARVE.registry().resolve(path), "Cookie", cookie);
    }

    private Answer link(Api person, String service) {
        var sent = sent(person.form("/connect/" + service, Map.of()));
        var code = PROVIDER.consents(sent.to(), number);
        return back(service, code, sent.state(), sent.state(), "; token=" + person.token());
    }

    private static Answer travel(String service, String who) {
        var sent = sent(service, "");
        return back(service, PROVIDER.consents(sent.to(), who), sent.state(), sent.state());
    }

    private static Api signedIn(String service, String who) {
        var home = travel(service, who).is(302);
        var cookie =
                home.headers("Set-Cookie").stream()
                        .filter(one -> one.startsWith("token="))
                        .findFirst()
                        .orElseThrow();
        return VARVE.api().with(cookie.substring("token=".length(), cookie.indexOf(';')));
    }

    private static void refused(Answer answer, String code, int status) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
