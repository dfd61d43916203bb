package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class SecondFactorTest {
    private static final String HERE = "/api/user/second-factor";
    private static final Map<String, String> PASSWORD = Map.of("password", Api.PASSWORD);
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningVarve varve = Shared.varve();
    private final Api luca = varve.api().anonymous().signedUp("luca");
    private final String login = luca.get("/api/user").json().path("login").asString();

    @Test
    void a_password_is_not_enough_for_whoever_has_set_up_an_authenticator() {
        refused(luca.post(HERE, Map.of("password", "guessed badly")), 401, "wrongPassword");
        var told = luca.post(HERE, PASSWORD).is(200).json();
        var phone = new Authenticator(told.path("secret").asString());
        assertThat(told.path("url").asString())
                .startsWith("otpauth://totp/localhost")
                .contains("secret=" + phone.secret());
        signIn(null).is(200);
        refused(luca.post(HERE + "/confirm", Map.of("code", "abcdef")), 401, "wrongOneTimeCode");
        confirm(phone);

        refused(signIn(null), 401, "oneTimeCodeNeeded");
        refused(signIn(" "), 401, "oneTimeCodeNeeded");
        refused(signIn("abcdef"), 401, "wrongOneTimeCode");
        var next = phone.code(1);
        luca.inSession(signIn(next).is(200)).get("/api/user").is(200);
        refused(signIn(next), 401, "wrongOneTimeCode");
        refused(luca.post(HERE, PASSWORD), 409, "secondFactorIsOn");
        assertThat(luca.get("/api/user").json().path("secondFactor").asBoolean()).isTrue();
        assertThat(facts()).contains("user.second-factor-set").doesNotContain(phone.secret());
    }

    @Test
    void each_recovery_code_is_good_once_and_gives_the_authenticator_up() {
        var phone = enrolled();
        var codes = confirm(phone);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        signIn(codes.get(0)).is(200);
        refused(signIn(codes.get(0)), 401, "wrongOneTimeCode");
        signIn(codes.get(1).toUpperCase(Locale.ROOT).replace("-", " ")).is(200);
        refused(luca.delete(HERE, PASSWORD), 401, "oneTimeCodeNeeded");
        luca.delete(HERE, Map.of("password", Api.PASSWORD, "code", codes.get(2))).is(204);
        signIn(null).is(200);
        assertThat(facts()).contains("user.second-factor-removed");
        luca.post(HERE + "/confirm", Map.of("code", codes.get(3))).is(401);
    }

    @Test
    void nobody_guesses_codes_for_long_and_staff_help_who_has_lost_everything() {
        confirm(enrolled());
        var guesses =
                AtOnce.answers(IntStream.range(0, 20).mapToObj(i -> () -> signIn("guess-" + i)));
        assertThat(guesses.stream().filter(answer -> answer.status() == 401)).hasSize(5);
        assertThat(guesses.stream().filter(answer -> answer.status() == 429)).hasSize(15);
        var stopped = signIn("guess-5");
        refused(stopped, 429, "tooManyAttempts");
        assertThat(Integer.parseInt(stopped.header("Retry-After").orElseThrow())).isBetween(1, 301);

        var id = luca.get("/api/user").json().path("id").asString();
        var path = "/api/admin/users/" + id + "/second-factor";
        refused(luca.delete(path), 403, "actorNotAuthorized");
        varve.api().staff().delete(path).is(204);
        signIn(null).is(200);
    }

    @Test
    void the_npm_host_asks_for_the_code_as_npm_clients_know_it() {
        var phone = enrolled();
        confirm(phone);

        var asked = npmLogin(null);
        assertThat(asked.is(401).header("WWW-Authenticate")).hasValue("otp");
        var given = npmLogin(phone.code(1)).is(201).json().path("token").asString();
        assertThat(given).startsWith("jsr");
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (login + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var who = Web.get(varve.npm().resolve("/-/whoami"), "Authorization", "Basic " + basic);
        assertThat(who.is(401).header("WWW-Authenticate")).hasValue("otp");
    }

    @Test
    void it_all_works_with_plain_forms() {
        var page = luca.form("/account/second-factor", PASSWORD).is(200);
        assertThat(page.header("Cache-Control")).hasValue("private, no-store");
        var secret = found("id=\"secret\">([A-Z2-7]{32})<", page.text());
        var codes =
                luca.form(
                                "/account/second-factor/confirm",
                                Map.of("code", new Authenticator(secret).code(0)))
                        .is(200)
                        .text();
        var code = found("id=\"codes\">([a-z2-7-]{19})", codes);
        var account = Map.of("login", login, "password", Api.PASSWORD);
        assertThat(luca.form("/sign-in", account).is(303).header("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("OneTimeCodeNeeded"));
        var with = new HashMap<>(account);
        with.put("code", code);
        var session = luca.inSession(luca.form("/sign-in", with).is(303));
        assertThat(session.get("/account").is(200).text())
                .contains("/account/second-factor/remove");
        session.get("/account/second-factor/secret").is(303);
    }

    private Authenticator enrolled() {
        return new Authenticator(
                luca.post(HERE, PASSWORD).is(200).json().path("secret").asString());
    }

    private List<String> confirm(Authenticator phone) {
        var told = luca.post(HERE + "/confirm", Map.of("code", phone.code(0))).is(200).json();
        var codes = new ArrayList<String>();
        told.path("recoveryCodes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private Answer signIn(@Nullable String code) {
        var wish = new HashMap<String, Object>(Map.of("login", login, "password", Api.PASSWORD));
        wish.put("code", code);
        return luca.anonymous().post("/api/session", wish);
    }

    /// As `npm login --auth-type=legacy` does it the second time.
    private Answer npmLogin(@Nullable String code) {
        var user = Map.of("name", login, "password", Api.PASSWORD);
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (login + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(
                                varve.npm()
                                        .resolve("/-/user/org.couchdb.user:" + login + "/-rev/1-0"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + basic)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(user)));
        if (code != null) {
            request.header("npm-otp", code);
        }
        return Web.send(request);
    }

    private String facts() {
        var id = luca.get("/api/user").json().path("id").asString();
        return varve.api().staff().get("/api/audit?actor=user:" + id).is(200).text();
    }

    private static String found(String pattern, String text) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(text).isTrue();
        return match.group(1);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
