package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class TokenLimitsTest {
    private final Api stranger = Shared.varve().api().anonymous();
    private final Api luca = stranger.signedUp("luca");

    @Test
    void a_token_is_told_once_and_kept_as_a_hash() {
        var made = make(Map.of()).is(200).json();
        assertThat(made.path("secret").asString()).matches("jsrp_[0-9A-Za-z]{35}");
        assertThat(made.path("token").path("type").asString()).isEqualTo("personal");
        var listed = luca.get("/api/user/tokens").is(200);
        assertThat(listed.text()).contains("for CI").doesNotContain(made.path("secret").asString());
        with(made.path("secret").asString()).get("/api/user").is(200);
        eventually(
                Duration.ofSeconds(10),
                () ->
                        assertThat(
                                        luca.get("/api/user/tokens")
                                                .json()
                                                .path(0)
                                                .path("lastUsedAt")
                                                .asString(""))
                                .isNotEmpty());
    }

    @Test
    void a_token_makes_no_other_and_ends_none() {
        var token = with(secret(Map.of()));
        refused(token.post("/api/user/tokens", wish(Map.of())), 403, "credentialNotInteractive");
        var id = luca.get("/api/user/tokens").json().path(0).path("id").asString();
        refused(token.delete("/api/user/tokens/" + id), 403, "credentialNotInteractive");
        refused(stranger.signedUp("mara").delete("/api/user/tokens/" + id), 404, "tokenNotFound");
        luca.delete("/api/user/tokens/" + id).is(204);
        refused(token.get("/api/user"), 401, "invalidBearerToken");
        refused(stranger.post("/api/user/tokens", wish(Map.of())), 401, "missingAuthentication");
        refused(stranger.get("/api/user/tokens"), 401, "missingAuthentication");
    }

    @Test
    void who_may_publish_or_read_only_may_nothing_else() {
        var scope = luca.freshScope("limits");
        luca.createPackage("@" + scope + "/flag");
        for (var permission : List.of("package/publish", "package/read")) {
            var asked = Map.of("permission", permission, "scope", scope, "package", "flag");
            var limited = with(secret(Map.of("permissions", List.of(asked))));
            refused(limited.get("/api/user"), 403, "missingPermission");
            refused(limited.get("/api/user/tokens"), 403, "missingPermission");
            refused(
                    limited.post("/api/scopes", Map.of("scope", "other")),
                    403,
                    "missingPermission");
            refused(
                    limited.upload("@" + scope + "/cloth", "1.0.0", new byte[] {1}),
                    403,
                    "missingPermission");
        }
        var reading = Map.of("permission", "package/read");
        refused(
                with(secret(Map.of("permissions", List.of(reading))))
                        .upload("@" + scope + "/flag", "1.0.0", new byte[] {1}),
                403,
                "missingPermission");
    }

    @Test
    void a_token_works_from_where_it_may_and_until_it_ends() {
        with(secret(Map.of("allowedFrom", List.of("127.0.0.0/8", "::1")))).get("/api/user").is(200);
        refused(
                with(secret(Map.of("allowedFrom", List.of("192.0.2.0/24")))).get("/api/user"),
                401,
                "ipAddressNotAllowed");
        var soon = with(secret(Map.of("expiresAt", Instant.now().plusSeconds(3).toString())));
        soon.get("/api/user").is(200);
        eventually(
                Duration.ofSeconds(20),
                () -> refused(soon.get("/api/user"), 401, "invalidBearerToken"));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused(make(Map.of("description", " ")), 400, "malformedRequest");
        refused(make(Map.of("description", "x".repeat(251))), 400, "malformedRequest");
        refused(make(Map.of("permissions", List.of())), 400, "malformedRequest");
        refused(
                make(Map.of("permissions", List.of(Map.of("permission", "package/all")))),
                400,
                "malformedRequest");
        refused(make(Map.of("expiresAt", "2020-01-01T00:00:00Z")), 400, "malformedRequest");
        refused(make(Map.of("allowedFrom", List.of("localhost"))), 400, "malformedRequest");
    }

    private String secret(Map<String, ?> limits) {
        return make(limits).is(200).json().path("secret").asString();
    }

    private Answer make(Map<String, ?> limits) {
        return luca.post("/api/user/tokens", wish(limits));
    }

    private static Map<String, Object> wish(Map<String, ?> limits) {
        var wish = new HashMap<String, Object>(Map.of("description", "for CI"));
        wish.putAll(limits);
        return wish;
    }

    private Api with(String secret) {
        return stranger.with(secret);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
