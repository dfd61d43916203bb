package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Workspace;

@ExtendWith(TellsLogs.class)
class AuthorizationTest {
    private static final Pattern CODE = Pattern.compile("/auth\\?code=([A-Z]{4}-[A-Z]{4})");
    private static final String VERIFIER = "what only the program knows";

    private final RunningVarve varve = Shared.varve();
    private final Api stranger = varve.api().anonymous();
    private final Api luca = stranger.signedUp("luca");
    @TempDir Path folder;

    @Test
    void deno_publishes_what_a_person_approves() {
        var scope = luca.freshScope("approve");
        luca.createPackage("@" + scope + "/flag");
        try (var deno =
                Clients.of(varve, folder).denoAtTerminal(flag(scope), "publish", "--allow-dirty")) {
            var code = deno.found(CODE);
            assertThat(luca.get("/auth?code=" + code).is(200).text())
                    .contains("@" + scope + "/flag@1.0.0", "sha256-");
            luca.form("/auth", Map.of("code", code, "decision", "approve")).is(303);
            deno.end().succeeds().saying("Successfully published");
        }
        stranger.get(Api.packagePath("@" + scope + "/flag") + "/versions/1.0.0").is(200);
    }

    @Test
    void deno_publishes_nothing_that_a_person_denies() {
        var scope = luca.freshScope("deny");
        luca.createPackage("@" + scope + "/flag");
        try (var deno =
                Clients.of(varve, folder).denoAtTerminal(flag(scope), "publish", "--allow-dirty")) {
            var code = deno.found(CODE);
            luca.form("/auth", Map.of("code", code, "decision", "deny")).is(303);
            deno.end().fails().saying("authorizationDenied");
        }
        stranger.get(Api.packagePath("@" + scope + "/flag") + "/versions/1.0.0").is(404);
    }

    @Test
    void only_the_bytes_that_were_approved_may_be_published() {
        var scope = luca.freshScope("pinned");
        var flag = "@" + scope + "/flag";
        luca.createPackage(flag);
        var approved = tarball(scope, "1.0.0", "export const flag: string = \"white\";");
        var other = tarball(scope, "1.0.0", "export const flag: string = \"black\";");
        var asked = ask(permission(scope, "flag", "1.0.0", "sha256-" + sha256(approved)));
        luca.post("/api/authorizations/approve/" + asked.path("code").asString(), Map.of()).is(204);
        var given = exchange(asked, VERIFIER).is(200).json();
        assertThat(given.path("user").path("name").asString()).startsWith("luca-");
        var device = stranger.with(given.path("token").asString());
        assertThat(device.token()).startsWith("jsrd_");

        refused(device.upload(flag, "1.0.0", other), 403, "missingPermission");
        refused(device.upload(flag, "1.0.1", approved), 403, "missingPermission");
        refused(device.get("/api/user"), 403, "missingPermission");
        refused(device.post("/api/scopes", Map.of("scope", "other")), 403, "missingPermission");
        var task = device.upload(flag, "1.0.0", approved).is(200).json();
        stranger.awaitSuccess(task.path("id").asString());
    }

    @Test
    void other_bytes_that_are_kept_are_not_tried_again_for_who_may_send_the_approved_ones_only() {
        var scope = luca.freshScope("kept");
        var flag = "@" + scope + "/flag";
        luca.createPackage(flag);
        var approved = tarball(scope, "1.0.0", "export const flag: string = \"white\";");
        var needing = "import \"jsr:@%s/cloth@1\";\n".formatted(scope);
        var kept = luca.upload(flag, "1.0.0", tarball(scope, "1.0.0", needing)).is(200).json();
        var id = kept.path("id").asString();
        assertThat(luca.awaitEnd(id).path("error").path("code").asString())
                .isEqualTo("unresolvableJsrDependency");
        var asked = ask(permission(scope, "flag", "1.0.0", "sha256-" + sha256(approved)));
        luca.post("/api/authorizations/approve/" + asked.path("code").asString(), Map.of()).is(204);
        var given = exchange(asked, VERIFIER).is(200).json();
        var device = stranger.with(given.path("token").asString());
        var retry = "/api/publishing_tasks/" + id + "/retry";

        refused(device.post(retry, Map.of()), 403, "missingPermission");

        var staff = varve.api().staff();
        var admin = "/api/admin/scopes/" + scope;
        staff.patch(admin, Map.of("publishAttemptsPerWeekLimit", 1)).is(200);
        refused(luca.post(retry, Map.of()), 400, "weeklyPublishAttemptsLimitExceeded");
        staff.patch(admin, Map.of("publishAttemptsPerWeekLimit", 9)).is(200);
        luca.post(retry, Map.of()).is(200);
    }

    @Test
    void an_exchange_is_refused_in_the_order_of_the_protocol() {
        var asked = ask(permission("nobody", "flag", "1.0.0", null));
        assertThat(asked.path("code").asString()).matches("[A-HJ-NP-Z]{4}-[A-HJ-NP-Z]{4}");
        assertThat(asked.path("exchangeToken").asString()).matches("[0-9a-f]{40}");
        assertThat(asked.path("pollInterval").asInt()).isEqualTo(2);
        var code = asked.path("code").asString();
        var details = stranger.get("/api/authorizations/details/" + code).is(200);
        assertThat(details.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(details.json().has("expires_at")).isTrue();

        refused(
                stranger.post(
                        "/api/authorizations/exchange",
                        Map.of("exchangeToken", "0".repeat(40), "verifier", VERIFIER)),
                404,
                "authorizationNotFound");
        refused(exchange(asked, VERIFIER), 400, "authorizationPending");

        var approve = "/api/authorizations/approve/" + code;
        refused(stranger.post(approve, Map.of()), 401, "missingAuthentication");
        var token = Map.of("description", "not interactive");
        var personal = luca.post("/api/user/tokens", token).is(200).json().path("secret");
        refused(
                stranger.with(personal.asString()).post(approve, Map.of()),
                403,
                "credentialNotInteractive");
        luca.post(approve, Map.of()).is(204);
        refused(luca.post(approve, Map.of()), 404, "authorizationNotFound");
        stranger.get("/api/authorizations/details/" + code).is(404);

        refused(exchange(asked, "guessed"), 400, "authorizationInvalidVerifier");
        refused(exchange(asked, VERIFIER), 404, "authorizationNotFound");

        refused(stranger.post("/api/authorizations", Map.of()), 400, "malformedRequest");
        refused(
                stranger.post(
                        "/api/authorizations",
                        Map.of(
                                "challenge",
                                "x",
                                "permissions",
                                List.of(Map.of("permission", "all")))),
                400,
                "malformedRequest");
    }

    @Test
    void nobody_guesses_codes_for_long() {
        for (int i = 0; i < 10; i++) {
            luca.post("/api/authorizations/approve/AAAA-AAA" + (char) ('A' + i), Map.of()).is(404);
        }
        var stopped = luca.post("/api/authorizations/approve/AAAA-BBBB", Map.of());
        refused(stopped, 429, "tooManyAttempts");
        assertThat(Integer.parseInt(stopped.header("Retry-After").orElseThrow())).isBetween(1, 301);
    }

    private JsonNode ask(Map<String, String> permission) {
        var wish = Map.of("challenge", challenge(), "permissions", List.of(permission));
        return stranger.post("/api/authorizations", wish).is(200).json();
    }

    private Answer exchange(JsonNode asked, String verifier) {
        var token = asked.path("exchangeToken").asString();
        return stranger.post(
                "/api/authorizations/exchange",
                Map.of("exchangeToken", token, "verifier", verifier));
    }

    private static Map<String, String> permission(
            String scope, String name, String version, @Nullable String hash) {
        return hash == null
                ? Map.of(
                        "permission", "package/publish",
                        "scope", scope,
                        "package", name,
                        "version", version)
                : Map.of(
                        "permission", "package/publish",
                        "scope", scope,
                        "package", name,
                        "version", version,
                        "tarballHash", hash);
    }

    private Workspace flag(String scope) {
        return Workspace.in(folder, scope)
                .file("deno.json", config(scope, "1.0.0"))
                .file("mod.ts", "export const flag: string = \"white\";\n");
    }

    private static byte[] tarball(String scope, String version, String module) {
        return Tarball.of("./", Map.of("deno.json", config(scope, version), "mod.ts", module));
    }

    private static String config(String scope, String version) {
        return """
        {"name": "@%s/flag", "version": "%s", "license": "MIT", "exports": "./mod.ts"}
        """
                .formatted(scope, version);
    }

    private static String challenge() {
        return Base64.getEncoder()
                .encodeToString(digest(VERIFIER.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
