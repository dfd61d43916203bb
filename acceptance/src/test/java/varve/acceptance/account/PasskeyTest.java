package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.account.PasskeyBrowser.Asked;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.ApiContract;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// Passkeys over HTTP, with an authenticator that can lie. The last test leaves the address locked
/// out from which they are shown, which no other test has.
@ExtendWith(TellsLogs.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PasskeyTest {
    private static final String MINE = "/api/user/passkeys";
    private static final Map<String, String> PASSWORD = Map.of("password", Api.PASSWORD);
    private static final JsonMapper JSON = new JsonMapper();
    private static final RunningVarve VARVE = Connected.varve();
    private static final ApiContract CONTRACT = ApiContract.of(VARVE.registry());

    private final Api luca = VARVE.api().anonymous().signedUp("luca");
    private final SoftKey key = new SoftKey(VARVE.registry().toString().replaceAll("/$", ""));

    @Test
    @Order(1)
    void somebody_adds_passkeys_signs_in_with_them_and_removes_them() {
        var laptop = PasskeyBrowser.added(luca, key, "my laptop");
        var phone = PasskeyBrowser.added(luca, new SoftKey(key.origin), "my phone");
        key.counter = 2;
        var session = luca.inSession(signIn(key).is(200));
        assertThat(session.get("/api/user").json().path("id"))
                .isEqualTo(luca.get("/api/user").json().path("id"));

        var listed = luca.get(MINE).is(200).json();
        assertThat(listed.values().stream().map(one -> one.path("name").asString()))
                .containsExactly("my laptop", "my phone");
        assertThat(listed.path(0).path("lastUsedAt").isNull()).isFalse();
        assertThat(listed.path(1).path("lastUsedAt").isNull()).isTrue();
        var page = session.get("/account").is(200).text();
        assertThat(page).contains("my laptop", "/account/passkeys/" + phone + "/remove");

        var marta = VARVE.api().anonymous().signedUp("marta");
        refused(marta.delete(MINE + "/" + laptop, PASSWORD), 404, "passkeyNotFound");
        refused(luca.delete(MINE + "/" + laptop, Map.of("password", "no")), 401, "wrongPassword");
        session.delete(MINE + "/" + laptop, PASSWORD).is(204);
        luca.form("/account/passkeys/" + phone + "/remove", PASSWORD).is(303);
        assertThat(luca.get(MINE).is(200).json()).isEmpty();
        var facts = facts();
        assertThat(facts)
                .contains("user.passkey-added", "user.passkey-used", "user.passkey-removed", laptop)
                .doesNotContain("my laptop");
    }

    @Test
    @Order(2)
    void only_who_has_shown_themselves_adds_one_and_each_challenge_is_good_once() {
        var path = MINE + "/challenge";
        refused(luca.post(path, Map.of("password", "no")), 401, "wrongPassword");
        refused(luca.anonymous().post(path, PASSWORD), 401, "missingAuthentication");
        var asked = Asked.of(luca.post(path, PASSWORD));
        refused(
                PasskeyBrowser.sent(luca, MINE, add(key.made(asked.challenge())), ""),
                400,
                "passkeyChallengeGone");
        PasskeyBrowser.sent(luca, MINE, add(key.made(asked.challenge())), asked.cookie()).is(200);
        refused(
                PasskeyBrowser.sent(luca, MINE, add(key.made(asked.challenge())), asked.cookie()),
                400,
                "passkeyChallengeGone");

        var marta = VARVE.api().anonymous().signedUp("marta");
        var hers = Asked.of(marta.post(path, PASSWORD));
        refused(
                PasskeyBrowser.sent(marta, MINE, add(key.made(hers.challenge())), hers.cookie()),
                409,
                "passkeyTaken");
        var stolen = Asked.of(marta.post(path, PASSWORD));
        var other = add(new SoftKey(key.origin).made(stolen.challenge()));
        refused(
                PasskeyBrowser.sent(luca, MINE, other, stolen.cookie()),
                400,
                "passkeyChallengeGone");

        for (Consumer<SoftKey> lie :
                List.<Consumer<SoftKey>>of(
                        k -> k.origin = "https://evil.test",
                        k -> k.site = "evil.test",
                        k -> k.verifies = false)) {
            var made = new SoftKey(key.origin);
            lie.accept(made);
            var mine = Asked.of(luca.post(path, PASSWORD));
            var answer =
                    PasskeyBrowser.sent(
                            luca, MINE, add(made.made(mine.challenge())), mine.cookie());
            refused(answer, 401, "wrongPasskey");
        }
        assertThat(luca.get(MINE).json()).hasSize(1);
    }

    @Test
    @Order(3)
    void a_passkey_is_as_good_as_a_code_on_a_page_that_a_program_waits_for() {
        PasskeyBrowser.added(luca, key, "my laptop");
        var marta = VARVE.api().anonymous().signedUp("marta");
        var others = new SoftKey(key.origin);
        PasskeyBrowser.added(marta, others, "hers");
        var phone = PasskeyBrowser.enrolled(luca);
        var token = PasskeyBrowser.npmToken(luca, phone.code(1));
        var asked =
                PasskeyBrowser.npmTokens(VARVE.npm(), token, "npm-auth-type", "web").is(401).json();
        var page = asked.path("authUrl").asString().replaceAll(".*code=", "");
        var done = URI.create(asked.path("doneUrl").asString());
        Web.get(done).is(202);
        others.counter++;
        present(page, others, 401);
        present("0".repeat(20), next(), 404);
        present(page, next(), 303);
        var pass = Web.get(done).is(200).json().path("token").asString();
        PasskeyBrowser.npmTokens(VARVE.npm(), token, "npm-otp", pass).is(200);

        var remove = new HashMap<>(PASSWORD);
        var challenge = PasskeyBrowser.asked(luca);
        remove.put("passkey", JSON.writeValueAsString(next().shown(challenge.challenge())));
        form("/account/second-factor/remove", remove, challenge.cookie()).is(303);
        assertThat(luca.get("/api/user").json().path("secondFactor").asBoolean()).isFalse();
    }

    @Test
    @Order(4)
    void a_plain_form_signs_in_and_says_what_is_wrong() {
        PasskeyBrowser.added(luca, key, "my laptop");
        var asked = PasskeyBrowser.asked(luca);
        var shown = JSON.writeValueAsString(next().shown(asked.challenge()));
        var fields = Map.of("passkey", shown, "redirect", "/packages");
        var stranger = luca.anonymous();
        var home = PasskeyBrowser.form(stranger, "/sign-in", fields, asked.cookie()).is(303);
        assertThat(home.header("Location")).contains("/packages");
        luca.inSession(home).get("/api/user").is(200);
        assertThat(
                        PasskeyBrowser.form(stranger, "/sign-in", fields, asked.cookie())
                                .is(303)
                                .header("Location"))
                .contains("/sign-in?problem=PasskeyChallengeGone&redirect=%2Fpackages");
        assertThat(stranger.get("/sign-in").text())
                .contains(
                        "data-challenge=\"/api/session/challenge\" hidden",
                        "Passkeys need JavaScript");
    }

    @Test
    @Order(5)
    void what_shows_nothing_is_refused_with_its_reason_and_soon_not_looked_at() {
        PasskeyBrowser.added(luca, key, "my laptop");
        key.counter = 5;
        signIn(key).is(200);
        lie("another site's page", k -> k.origin = "https://evil.test");
        lie("another site", k -> k.site = "evil.test");
        lie("did not check", k -> k.verifies = false);
        lie("signature", k -> k.garbles = true);
        lie("somebody else", k -> k.owner = new byte[16]);
        key.counter = 4;
        refused(signIn(key), 401, "wrongPasskey", "counter went back");
        key.counter = 6;
        var asked = PasskeyBrowser.asked(luca);
        var other = PasskeyBrowser.asked(luca);
        refused(show(key, asked.challenge(), other.cookie()), 401, "wrongPasskey", "challenge");
        refused(signIn(new SoftKey(key.origin)), 401, "wrongPasskey", "nobody here has it");
        refused(show(key, asked.challenge(), other.cookie()), 400, "passkeyChallengeGone");
        refused(show(key, asked.challenge(), "made up"), 400, "passkeyChallengeGone");
        signIn(key).is(200);

        key.garbles = true;
        refused(signIn(key), 401, "wrongPasskey", "signature");
        refused(signIn(key), 401, "wrongPasskey", "signature");
        key.garbles = false;
        key.counter = 9;
        var stopped = signIn(key);
        refused(stopped, 429, "tooManyAttempts");
        assertThat(stopped.header("Retry-After")).isPresent();
    }

    private void lie(String why, Consumer<SoftKey> lie) {
        key.counter++;
        var honest = new Object[] {key.origin, key.site, key.verifies, key.garbles, key.owner};
        lie.accept(key);
        refused(signIn(key), 401, "wrongPasskey", why);
        key.origin = (String) honest[0];
        key.site = (String) honest[1];
        key.verifies = (boolean) honest[2];
        key.garbles = (boolean) honest[3];
        key.owner = (byte[]) honest[4];
    }

    private SoftKey next() {
        key.counter++;
        return key;
    }

    private Answer signIn(SoftKey with) {
        var asked = PasskeyBrowser.asked(luca);
        return show(with, asked.challenge(), asked.cookie());
    }

    private Answer show(SoftKey with, String challenge, String cookie) {
        var body = Map.of("credential", with.shown(challenge));
        var answer = PasskeyBrowser.shown(luca.anonymous(), body, cookie);
        CONTRACT.check("POST", "/api/session/passkey", answer);
        return answer;
    }

    private void present(String page, SoftKey with, int status) {
        var asked = PasskeyBrowser.asked(luca);
        var shown = JSON.writeValueAsString(with.shown(asked.challenge()));
        form("/auth/present", Map.of("code", page, "passkey", shown), asked.cookie()).is(status);
    }

    private static Map<String, Object> add(Map<String, Object> credential) {
        return Map.of("name", "a key", "credential", credential);
    }

    private Answer form(String path, Map<String, String> fields, String cookie) {
        return PasskeyBrowser.form(luca, path, fields, cookie);
    }

    private String facts() {
        var id = luca.get("/api/user").json().path("id").asString();
        return VARVE.api().staff().get("/api/audit?actor=user:" + id).is(200).text();
    }

    private static void refused(Answer answer, int status, String code, String... why) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
        for (var part : why) {
            assertThat(answer.json().path("message").asString()).contains(part);
        }
    }
}
