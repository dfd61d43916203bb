package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// How long a challenge is good, how many passkeys somebody has, and what one is good for after
/// signing in elsewhere.
@ExtendWith(TellsLogs.class)
class PasskeyLimitsTest {
    private static final int MOST = 20;
    private static final String MINE = "/api/user/passkeys";
    private static final JsonMapper JSON = new JsonMapper();
    private static final RunningVarve VARVE = Connected.varve();
    private static final String ORIGIN = VARVE.registry().toString().replaceAll("/$", "");
    private static final String AGES =
            """
            update varve_command.passkey_challenge
            set expires_at = expires_at - cast(? as interval)
            where browser_sha256 = encode(sha256(convert_to(?, 'UTF8')), 'hex')
            returning (expires_at > now())::text
            """;

    private final String number = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 33);
    private final Api luca = VARVE.api().anonymous().signedUp("luca");
    private final SoftKey key = new SoftKey(ORIGIN);

    @Test
    void a_challenge_is_answered_within_five_minutes_or_not_at_all() {
        PasskeyBrowser.added(luca, key, "my laptop");
        signIn("4 minutes", "true").is(200);
        var late = signIn("5 minutes", "false").is(400);
        assertThat(late.json().path("code").asString()).isEqualTo("passkeyChallengeGone");
        signIn("0 minutes", "true").is(200);
    }

    /// @param good what the challenge is by then
    private Answer signIn(String age, String good) {
        var asked = PasskeyBrowser.asked(luca);
        assertThat(Connected.tables().texts(AGES, age, asked.cookie())).containsExactly(good);
        key.counter++;
        var body = Map.of("credential", key.shown(asked.challenge()));
        return PasskeyBrowser.sent(luca.anonymous(), "/api/session/passkey", body, asked.cookie());
    }

    @Test
    void nobody_has_more_than_twenty() {
        for (int n = 1; n <= MOST; n++) {
            PasskeyBrowser.added(luca, new SoftKey(ORIGIN), "key " + n);
        }
        var asked =
                PasskeyBrowser.Asked.of(
                        luca.post(MINE + "/challenge", Map.of("password", Api.PASSWORD)));
        var body = Map.of("name", "one more", "credential", key.made(asked.challenge()));
        var refused = PasskeyBrowser.sent(luca, MINE, body, asked.cookie()).is(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("passkeyLimitReached");
        assertThat(luca.get(MINE).is(200).json()).hasSize(MOST);
    }

    @Test
    void after_signing_in_elsewhere_ones_own_passkey_is_as_good_as_a_code() {
        PasskeyBrowser.added(luca, key, "my laptop");
        PasskeyBrowser.enrolled(luca);
        back(luca.form("/connect/acme", Map.of()), "; token=" + luca.token()).is(302);
        var login = VARVE.registry().resolve("/login/acme?redirect=/packages");
        var home = back(Web.ask("POST", login, "Sec-Fetch-Site", "same-origin"), "").is(302);
        assertThat(home.header("Location")).contains("/sign-in/second");
        assertThat(home.headers("Set-Cookie")).noneMatch(one -> one.startsWith("token="));
        var page = Web.get(VARVE.registry().resolve("/sign-in/second"), "Accept", "text/html");
        assertThat(page.is(200).text()).contains("data-challenge=\"/api/session/challenge\"");

        var browser = Web.cookie(home, "second_step");
        var marta = VARVE.api().anonymous().signedUp("marta");
        var hers = new SoftKey(ORIGIN);
        PasskeyBrowser.added(marta, hers, "hers");
        assertThat(second(browser, hers).is(303).header("Location"))
                .contains("/sign-in/second?problem=WrongPasskey");
        var in = second(browser, key).is(303);
        assertThat(in.header("Location")).contains("/packages");
        assertThat(luca.anonymous().inSession(in).get("/api/user").is(200).json().path("id"))
                .isEqualTo(luca.get("/api/user").json().path("id"));
        assertThat(second(browser, key).status()).isEqualTo(400);
    }

    /// What the registry says to somebody who consented at the provider.
    ///
    /// @param sent with which they went there
    private Answer back(Answer sent, String cookies) {
        var to = URI.create(sent.is(303).header("Location").orElseThrow());
        var state = Web.cookie(sent, "oauth_login_csrf");
        var code = Connected.PROVIDER.consents(to, number);
        var path = "/login/callback/acme?code=%s&state=%s".formatted(code, state);
        var cookie = "oauth_login_csrf=" + state + cookies;
        return Web.get(VARVE.registry().resolve(path), "Cookie", cookie);
    }

    private Answer second(String browser, SoftKey with) {
        with.counter++;
        var asked = PasskeyBrowser.asked(luca);
        var form = Map.of("passkey", JSON.writeValueAsString(with.shown(asked.challenge())));
        var request =
                HttpRequest.newBuilder(VARVE.registry().resolve("/sign-in/second"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header(
                                "Cookie",
                                "second_step=%s; passkey=%s".formatted(browser, asked.cookie()))
                        .header("Sec-Fetch-Site", "same-origin");
        return Web.send(request.POST(Web.form(form)));
    }
}
