package varve.acceptance.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Client;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;

/// Webhooks that really arrive, signed, again after trouble, and nowhere else.
@Tag("long")
@ExtendWith(TellsLogs.class)
class HooksTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static RunningVarve varve;
    @TempDir Path folder;
    private Receiver receiver;

    @BeforeAll
    static void a_registry_that_may_reach_this_machine() {
        varve = RunningVarve.start(Map.of("VARVE_HOOK_PRIVATE_ADDRESSES", "true"));
    }

    @AfterAll
    static void no_more() {
        varve.close();
    }

    @BeforeEach
    void somebody_listens() {
        receiver = new Receiver();
    }

    @AfterEach
    void nobody_listens() {
        receiver.close();
    }

    @Test
    void npm_hooks_tell_of_packages_in_npms_words() throws Exception {
        var luca = team("Luca");
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var wish =
                Map.of(
                        "type",
                        "package",
                        "name",
                        flag,
                        "endpoint",
                        receiver.address("/npm"),
                        "secret",
                        "it is a secret");
        var id =
                luca.send("POST", "/-/npm/v1/hooks/hook", wish)
                        .is(200)
                        .json()
                        .path("id")
                        .asString();
        luca.publish(flag, "1.1.0").is(201);
        luca.send("PUT", "/-/package/" + flag + "/dist-tags/old", "1.0.0").is(201);

        eventually(SOON, () -> assertThat(receiver.letters("/npm")).hasSize(2));
        var letter = receiver.letters("/npm").getFirst();
        assertThat(letter.headers().get("x-npm-signature"))
                .isEqualTo(
                        "sha256="
                                + HexFormat.of().formatHex(hmac("it is a secret", letter.body())));
        var told = letter.json();
        assertThat(told.path("event").asString()).isEqualTo("package:publish");
        assertThat(told.path("name").asString()).isEqualTo(flag);
        assertThat(told.path("change").path("version").asString()).isEqualTo("1.1.0");
        assertThat(told.path("hookOwner").path("username").asString()).isEqualTo("Luca");
        assertThat(told.path("payload").path("versions").has("1.1.0")).isTrue();
        assertThat(receiver.letters("/npm").get(1).json().path("event").asString())
                .isEqualTo("package:dist-tag");

        var shown = luca.get("/-/npm/v1/hooks/hook/" + id).is(200).json();
        assertThat(shown.path("response_code").asInt()).isEqualTo(200);
        assertThat(luca.get("/-/npm/v1/hooks").text()).doesNotContain("it is a secret");
        team("Ned").get("/-/npm/v1/hooks/hook/" + id).is(404);
        luca.send("DELETE", "/-/npm/v1/hooks/hook/" + id, null).is(200);
        luca.get("/-/npm/v1/hooks/hook/" + id).is(404);
        assertThat(varve.api().staff().get("/api/audit").is(200).text())
                .contains("hook.added", "hook.removed")
                .doesNotContain("it is a secret", receiver.address("/npm"));
    }

    @Test
    void npm_adds_lists_changes_and_removes_hooks() {
        var luca = team("Luca");
        var flag = NpmTeam.fresh("flag");
        luca.publish(flag, "1.0.0").is(201);
        var clients = Clients.of(varve, folder).from(varve.npm());
        var desk = luca.workspace("desk");
        clients.run(Client.NPM10, desk, "hook", "add", flag, receiver.address("/one"), "secret")
                .succeeds();
        var listed = clients.run(Client.NPM10, desk, "hook", "ls").succeeds().saying(flag).output();
        var id = listed.replaceAll("(?s).*Hook ([0-9a-f-]{36}).*", "$1");
        clients.run(
                        Client.NPM10,
                        desk,
                        "hook",
                        "update",
                        id,
                        receiver.address("/two"),
                        "another secret")
                .succeeds();
        luca.publish(flag, "1.1.0").is(201);
        eventually(SOON, () -> assertThat(receiver.letters("/two")).hasSize(1));
        assertThat(receiver.letters("/one")).isEmpty();
        clients.run(Client.NPM10, desk, "hook", "rm", id).succeeds();
        clients.run(Client.NPM10, desk, "hook", "ls").succeeds().saying("any hooks configured");
    }

    @Test
    void a_scopes_webhook_hears_the_change_feed_and_hears_it_again_after_trouble()
            throws Exception {
        var luca = varve.api().newcomer("Luca");
        var team = new NpmTeam(varve, folder, luca.token());
        var scope = NpmTeam.fresh("fleet");
        team.publish("@" + scope + "/sail", "1.0.0").is(201);
        receiver.refusing(2, 503);
        var hooks = "/api/scopes/" + scope + "/hooks";
        var made = luca.post(hooks, Map.of("endpoint", receiver.address("/scope"))).is(200).json();
        team.publish("@" + scope + "/sail", "1.1.0").is(201);
        team.publish(NpmTeam.fresh("other"), "1.0.0").is(201);

        eventually(SOON, () -> assertThat(receiver.letters("/scope")).hasSize(3));
        var letter = receiver.letters("/scope").getLast();
        var signed =
                letter.headers().get("webhook-id")
                        + "."
                        + letter.headers().get("webhook-timestamp")
                        + "."
                        + letter.body();
        var secret = made.path("secret").asString();
        assertThat(secret).startsWith("whsec_");
        assertThat(letter.headers().get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)));
        var told = letter.json();
        var feed = varve.api().anonymous();
        eventually(
                SOON,
                () -> {
                    var since = told.path("position").asLong() - 1;
                    var item =
                            feed.get("/api/changes?limit=1&since=" + since)
                                    .is(200)
                                    .json()
                                    .path("items")
                                    .get(0);
                    assertThat(item).isNotNull();
                    for (var field : new String[] {"position", "type", "subject"}) {
                        assertThat(told.path(field)).isEqualTo(item.path(field));
                    }
                });

        var one = hooks + "/" + made.path("id").asString();
        eventually(
                SOON,
                () -> {
                    var log = luca.get(one + "/deliveries").is(200).json();
                    assertThat(log).hasSize(3);
                    assertThat(log.get(0).path("status").asInt()).isEqualTo(200);
                    assertThat(log.get(2).path("status").asInt()).isEqualTo(503);
                    assertThat(log.get(2).path("willRetry").asBoolean()).isTrue();
                });
        assertThat(luca.get(hooks).is(200).text()).doesNotContain(secret);
        var ned = varve.api().newcomer("Ned");
        ned.get(hooks).is(403);
        ned.post(hooks, Map.of("endpoint", receiver.address("/ned"))).is(403);
        luca.patch(one, Map.of("endpoint", receiver.address("/new"))).is(200);
        luca.delete(one).is(204);
        luca.get(one + "/deliveries").is(404);
    }

    @Test
    void nothing_follows_a_redirect_and_what_is_private_is_told_to_no_stranger() {
        var luca = varve.api().newcomer("Luca");
        var team = new NpmTeam(varve, folder, luca.token());
        var scope = NpmTeam.fresh("fleet");
        var sail = "@" + scope + "/sail";
        team.publish(sail, "1.0.0").is(201);
        var ned = team("Ned");
        var wish =
                Map.of(
                        "type",
                        "package",
                        "name",
                        sail,
                        "endpoint",
                        receiver.address("/ned"),
                        "secret",
                        "s");
        ned.send("POST", "/-/npm/v1/hooks/hook", wish).is(200);
        receiver.refusing(1, 302);
        var own = Map.of("endpoint", receiver.address("/luca"));
        luca.patch("/api/scopes/" + scope, Map.of("visibility", "private")).is(200);
        luca.post("/api/scopes/" + scope + "/hooks", own).is(200);
        team.publish(sail, "1.1.0").is(201);

        eventually(SOON, () -> assertThat(receiver.letters("/luca")).hasSize(2));
        assertThat(receiver.letters("/elsewhere")).isEmpty();
        assertThat(receiver.letters("/ned")).isEmpty();
    }

    private NpmTeam team(String name) {
        return new NpmTeam(varve, folder, varve.api().newcomer(name).token());
    }

    private static byte[] hmac(String secret, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
