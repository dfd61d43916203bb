package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST API, as one caller uses it.
///
/// @param token empty for a caller whom nobody knows; with the word before it where that is not
///   `Bearer`
/// @param asStaff whether the caller says so
public record Api(URI registry, String token, boolean asStaff) {
    /// How the tokens of browser sessions begin, which are sent as browsers do.
    private static final String SESSION = "jsrw_";

    private static final JsonMapper JSON = new JsonMapper();

    /// Of everybody who signs up here.
    public static final String PASSWORD = "correct horse battery staple";

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(90);

    public Api staff() {
        return new Api(registry, token, true);
    }

    public Api with(String other) {
        return new Api(registry, other, false);
    }

    public Api anonymous() {
        return with("");
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer delete(String path, Map<String, ?> body) {
        return send("DELETE", path, json(body), "Content-Type", "application/json");
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body), "Content-Type", "application/json");
    }

    /// Sends a form, as a page without JavaScript does.
    public Answer form(String path, Map<String, String> fields) {
        return send(
                "POST",
                path,
                Web.form(fields),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, json(body), "Content-Type", "application/json");
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, json(body), "Content-Type", "application/json");
    }

    /// Sends an upload as `deno publish` does.
    ///
    /// @param pkg for example `@luca/flag`
    public Answer upload(String pkg, String version, byte[] tarball) {
        return upload(pkg, version, "/deno.json", tarball);
    }

    /// @param config path of the configuration file in the upload
    public Answer upload(String pkg, String version, String config, byte[] tarball) {
        return send(
                "POST",
                packagePath(pkg) + "/versions/" + version + "?config=" + config,
                BodyPublishers.ofByteArray(tarball),
                "Content-Encoding",
                "gzip");
    }

    /// Sends an upload with another `Content-Encoding` than clients do.
    public Answer uploadAs(String encoding, String pkg, String version, byte[] body) {
        return send(
                "POST",
                packagePath(pkg) + "/versions/" + version + "?config=/deno.json",
                BodyPublishers.ofByteArray(body),
                "Content-Encoding",
                encoding);
    }

    /// Sends an upload without saying how long it is.
    public Answer stream(String pkg, String version, byte[] body) {
        return send(
                "POST",
                packagePath(pkg) + "/versions/" + version + "?config=/deno.json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Encoding",
                "gzip");
    }

    /// A scope that nobody had before.
    ///
    /// @param prefix of at most 11 characters
    public String freshScope(String prefix) {
        var random = UUID.randomUUID().toString().substring(0, 8);
        var scope = prefix.toLowerCase(Locale.ROOT) + "-" + random;
        createScope(scope);
        return scope;
    }

    public void createScope(String scope) {
        post("/api/scopes", Map.of("scope", scope)).is(200);
    }

    public void createPackage(String pkg) {
        var scope = pkg.substring(1, pkg.indexOf('/'));
        var name = pkg.substring(pkg.indexOf('/') + 1);
        post("/api/scopes/" + scope + "/packages", Map.of("package", name)).is(200);
    }

    /// Somebody new, let in by this member of staff.
    public Api newcomer(String name) {
        var created = staff().post("/api/admin/users", Map.of("name", name)).is(200);
        return with(created.json().path("secret").asString());
    }

    /// Somebody who has just signed up, in a browser.
    ///
    /// @param login of at most 50 characters; made unique
    public Api signedUp(String login) {
        var unique = login + "-" + UUID.randomUUID().toString().substring(0, 8);
        var account = Map.of("login", unique, "password", PASSWORD);
        return inSession(anonymous().post("/api/users", account).is(200));
    }

    /// The session that an answer has begun.
    public Api inSession(Answer begun) {
        return with(Web.cookie(begun, "token"));
    }

    /// Waits until an attempt has ended, as clients do without credentials.
    ///
    /// @return the task as it then is
    public JsonNode awaitEnd(String task) {
        var ended = new AtomicReference<JsonNode>();
        eventually(
                ENDED_WITHIN,
                () -> {
                    var now = anonymous().get("/api/publish_status/" + task).is(200).json();
                    if (!Set.of("success", "failure").contains(now.path("status").asString())) {
                        throw new AssertionError(now.toString());
                    }
                    ended.set(now);
                });
        return ended.get();
    }

    public void awaitSuccess(String task) {
        var ended = awaitEnd(task);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("success");
    }

    public static String packagePath(String pkg) {
        return "/api/scopes/" + pkg.substring(1).replace("/", "/packages/");
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(registry.resolve(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token.startsWith(SESSION)) {
            request.header("Cookie", "token=" + token).header("Sec-Fetch-Site", "same-origin");
        } else if (!token.isEmpty()) {
            request.header("Authorization", token.contains(" ") ? token : "Bearer " + token);
        }
        if (asStaff) {
            request.header("X-JSR-Sudo", "true");
        }
        return Web.send(request);
    }

    /// Asks anything of anybody.
    ///
    /// @param body empty for none
    public Answer any(String method, String path, String body) {
        return body.isEmpty()
                ? send(method, path, BodyPublishers.noBody())
                : send(
                        method,
                        path,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
    }
}
