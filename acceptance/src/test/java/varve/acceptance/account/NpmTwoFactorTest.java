package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Two-factor authentication as the npm client sets it up and answers to it.
@ExtendWith(TellsLogs.class)
class NpmTwoFactorTest {
    private static final Pattern SECRET = Pattern.compile("enter code: ([A-Z2-7]{32})");
    private static final Pattern PAGE = Pattern.compile("/auth/present\\?code=([0-9A-F]+)");

    private final RunningVarve varve = Shared.varve();
    private final Api browser = varve.api().anonymous().signedUp("mia");
    private List<String> recoveryCodes = List.of();
    @TempDir Path folder;
    private Clients clients;
    private NpmTeam mia;
    private Workspace desk;

    @BeforeEach
    void sit_down() {
        clients = Clients.of(varve, folder).from(varve.npm());
        mia = NpmSignIn.of(varve, folder, browser);
        desk = mia.workspace("desk").file("package.json", "{}");
    }

    @Test
    void npm_sets_it_up_publishes_with_codes_and_gives_it_up() {
        var phone = enabled("auth-and-writes");
        clients.npm(desk, "profile", "get", "two-factor auth").succeeds();
        assertThat(mia.get("/-/npm/v1/user").json().path("tfa").path("mode").asString())
                .isEqualTo("auth-and-writes");

        var flag = NpmTeam.fresh("flag");
        var refused = mia.publish(flag, "1.0.0").is(401);
        assertThat(refused.header("WWW-Authenticate")).hasValue("otp");
        mia.packument(flag).is(404);
        clients.npm(mia.pkg(flag, "1.0.0"), "publish").fails().saying("EOTP");
        clients.npm(mia.pkg(flag, "1.0.0"), "publish", "--otp=000000").fails().saying("EOTP");
        var code = phone.code(1);
        clients.npm(mia.pkg(flag, "1.0.0"), "publish", "--otp=" + code).succeeds();
        clients.npm(desk, "dist-tag", "add", flag + "@1.0.0", "old", "--otp=" + code).succeeds();
        assertThat(mia.packument(flag).is(200).json().path("dist-tags").path("old").asString())
                .isEqualTo("1.0.0");
        mia.send("DELETE", "/-/package/" + flag + "/dist-tags/old", null).is(401);

        var recovery = "--otp=" + recoveryCodes.getFirst();
        try (var npm = clients.npmAsking(desk, "profile", "disable-2fa", recovery)) {
            npm.awaiting("password:").typing("not the password").end().fails();
        }
        try (var npm = clients.npmAsking(desk, "profile", "disable-2fa")) {
            npm.awaiting("password:").typing(Api.PASSWORD).end().fails().saying("EOTP");
        }
        try (var npm = clients.npmAsking(desk, "profile", "disable-2fa", recovery)) {
            npm.awaiting("password:").typing(Api.PASSWORD);
            npm.end().succeeds().saying("Two factor authentication disabled");
        }
        assertThat(mia.get("/-/npm/v1/user").json().path("tfa").isNull()).isTrue();
        mia.publish(flag, "1.1.0").is(201);
    }

    @Test
    @Tag("long")
    void npm_waits_until_somebody_shows_themselves_in_a_browser() {
        enabled("auth-and-writes");
        var flag = NpmTeam.fresh("flag");
        try (var npm = clients.npmAtTerminal(mia.pkg(flag, "1.0.0"), "publish")) {
            var page = npm.found(PAGE);
            var form = "/auth/present";
            assertThat(browser.get(form + "?code=" + page).is(200).text()).contains("Is it you?");
            browser.form(form, Map.of("code", page, "oneTimeCode", "000000")).is(401);
            var stranger = varve.api().anonymous().signedUp("ned");
            stranger.form(form, Map.of("code", page, "oneTimeCode", "000000")).is(401);
            var code = recoveryCodes.getFirst();
            browser.form(form, Map.of("code", page, "oneTimeCode", code)).is(303);
            npm.end().succeeds();
        }
        mia.packument(flag).is(200);
    }

    @Test
    @Tag("long")
    void whoever_is_asked_only_when_signing_in_publishes_without_a_code() {
        var phone = enabled("auth-only");
        var flag = NpmTeam.fresh("flag");
        mia.publish(flag, "1.0.0").is(201);
        var wish = Map.of("password", Api.PASSWORD, "name", "ci", "bypass_2fa", true);
        mia.send("POST", "/-/npm/v1/tokens", wish).is(401);

        var made =
                Web.send(
                        HttpRequest.newBuilder(varve.npm().resolve("/-/npm/v1/tokens"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + mia.token())
                                .header("npm-otp", phone.code(1))
                                .POST(json(wish)));
        var machine = new NpmTeam(varve, folder, made.is(200).json().path("token").asString());
        try (var npm =
                clients.npmAsking(
                        desk,
                        "profile",
                        "enable-2fa",
                        "auth-and-writes",
                        "--otp=" + recoveryCodes.getFirst())) {
            npm.awaiting("password:").typing(Api.PASSWORD);
            npm.end().succeeds().saying("mode changed to: auth-and-writes");
        }
        mia.publish(flag, "1.1.0").is(401);
        machine.publish(flag, "1.1.0").is(201);
    }

    private Authenticator enabled(String mode) {
        try (var npm = clients.npmAsking(desk, "profile", "enable-2fa", mode)) {
            npm.awaiting("password:").typing(Api.PASSWORD);
            var phone = new Authenticator(npm.found(SECRET));
            npm.awaiting("OTP code").typing(phone.code(0));
            var said = npm.end().succeeds().output();
            recoveryCodes =
                    Pattern.compile("[a-z2-7]{4}(-[a-z2-7]{4}){3}")
                            .matcher(said)
                            .results()
                            .map(found -> found.group())
                            .toList();
            assertThat(recoveryCodes).hasSize(10);
            return phone;
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(new JsonMapper().writeValueAsBytes(body));
    }
}
