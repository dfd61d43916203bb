package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedWebhookTest {
    private static final String SECRET = "it's a secret to everybody";

    Land land;
    Hook hook;

    @BeforeAll
    void start() {
        land = Land.start(Map.of("VARVE_WEBHOOK_SECRET", SECRET));
        hook = Hook.of(land, Hook.freshName(), GitRepository.of(land).tag("1.0.0"));
    }

    @AfterAll
    void stop() {
        land.close();
    }

    @Test
    void an_unsigned_message_is_refused() {
        hook.ping().refuses(401, "the signature of the webhook is not valid");
        land.get("/modules/" + hook.module()).is(404);
    }

    @Test
    void a_module_may_have_a_secret_of_its_own() throws GeneralSecurityException {
        var own = Hook.of(land, Hook.freshName(), hook.repository());
        var path = "/api/admin/modules/" + own.module() + "/webhook-secret";
        land.staff("PUT", path, "{\"secret\":\"0123456789abcdef\"}").is(404);
        ping(own, signature(own.json(""))).is(200);
        land.send(
                        "PUT",
                        path,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .is(401);
        land.staff("PUT", path, "{\"secret\":\"short\"}").is(400);
        land.staff("PUT", path, "{\"secret\":\"0123456789abcdef\"}").is(204);
        ping(own, signature(own.json("")))
                .refuses(401, "the signature of the webhook is not valid");
        ping(own, signature(own.json(""), "0123456789abcdef")).is(200);
        assertThat(land.history(own.module())).endsWith("module.secret-set");
        assertThat(land.staff("GET", "/api/audit?package=" + own.module(), "").text())
                .doesNotContain("0123456789abcdef");
        land.staff("DELETE", path, "").is(204);
        ping(own, signature(own.json(""))).is(200);
    }

    private Said ping(Hook of, String signature) {
        return land.send(
                "POST",
                "/webhook/gh/" + of.module(),
                of.json("").getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "X-GitHub-Event",
                "ping",
                "X-Hub-Signature-256",
                signature);
    }

    @Test
    void githubs_signature_is_over_the_body() throws GeneralSecurityException {
        var body = hook.json("");
        send(body, "X-GitHub-Event", "ping", "X-Hub-Signature-256", signature("other" + body))
                .refuses(401, "the signature of the webhook is not valid");
        send(body, "X-GitHub-Event", "ping", "X-Hub-Signature-256", signature(body)).is(200);
    }

    @Test
    void gitea_signs_as_github_does() throws GeneralSecurityException {
        var gitea = Hook.of(land, Hook.freshName(), hook.repository());
        var body =
                gitea.json(",\"ref\":\"refs/tags/1.0.0\"")
                        .replace("stargazers_count\":2", "stars_count\":5");
        var said =
                land.send(
                        "POST",
                        "/webhook/gh/" + gitea.module(),
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "X-GitHub-Event",
                        "push",
                        "X-Gitea-Event",
                        "push",
                        "X-Hub-Signature-256",
                        signature(body));
        gitea.awaitEnd(said.is(200));
        land.get("/x/" + gitea.module() + "@1.0.0/mod.ts").is(200);
        var shown = land.get("/modules/" + gitea.module()).json().path("data");
        assertThat(shown.path("star_count").asInt()).isEqualTo(5);
    }

    @Test
    void gitlab_shows_the_secret() {
        var gitlab = Hook.of(land, Hook.freshName(), hook.repository());
        var body =
                """
                {"object_kind":"tag_push","ref":"refs/tags/1.0.0","user_username":"luca",
                 "after":"82b3d5ae55f7080f1e6022629cdb57bfae7cccc7",
                 "project":{"id":17,"path_with_namespace":"%s","description":null}}
                """
                        .formatted(hook.repository().fullName());
        var path = "/webhook/gh/" + gitlab.module();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        land.send(
                        "POST",
                        path,
                        bytes,
                        "Content-Type",
                        "application/json",
                        "X-Gitlab-Event",
                        "Tag Push Hook",
                        "X-Gitlab-Token",
                        "guessed")
                .is(401);
        var said =
                land.send(
                        "POST",
                        path,
                        bytes,
                        "Content-Type",
                        "application/json",
                        "X-Gitlab-Event",
                        "Tag Push Hook",
                        "X-Gitlab-Token",
                        SECRET);
        gitlab.awaitEnd(said.is(200));
        land.get("/x/" + gitlab.module() + "@1.0.0/mod.ts").is(200);
    }

    @Test
    void without_the_setting_only_the_forges_addresses_count() {
        try (var guarded = Land.start(Map.of("VARVE_WEBHOOK_ANY_ADDRESS", "false"))) {
            Hook.of(guarded, "flag", GitRepository.of(guarded))
                    .ping()
                    .refuses(400, "request does not come from GitHub");
            Hook.of(guarded, "", GitRepository.of(guarded))
                    .ping()
                    .refuses(400, "request does not come from GitHub");
        }
    }

    private Said send(String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return land.send(
                "POST",
                "/webhook/gh/" + hook.module(),
                body.getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    private static String signature(String body) throws GeneralSecurityException {
        return signature(body, SECRET);
    }

    private static String signature(String body, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256="
                + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
