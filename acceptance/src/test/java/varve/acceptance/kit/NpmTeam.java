package varve.acceptance.kit;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who publishes to the npm host, with clients or with plain requests.
///
/// @param folder below which their workspaces lie
/// @param token empty for somebody whom nobody knows
public record NpmTeam(RunningVarve varve, Path folder, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    /// A name that nobody had before.
    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// A package that says its name and version.
    public Workspace pkg(String name, String version) {
        return workspace(fresh("pkg"))
                .file("index.js", "module.exports = \"%s@%s\";%n".formatted(name, version))
                .file(
                        "package.json",
                        """
                        {"name": "%s", "version": "%s", "description": "Draws flags",
                         "license": "MIT", "main": "index.js"}
                        """
                                .formatted(name, version));
    }

    /// A project that uses packages of any version and says what each of them is.
    public Workspace project(String... names) {
        var wanted = new LinkedHashMap<String, String>();
        var main = new StringBuilder();
        for (var name : names) {
            wanted.put(name, "*");
            main.append("console.log(require(\"%s\"));%n".formatted(name));
        }
        return workspace(fresh("use"))
                .file("main.js", main.toString())
                .file(
                        "package.json",
                        JSON.writeValueAsString(
                                Map.of("name", "use", "private", true, "dependencies", wanted)));
    }

    /// A folder in which every client talks to this registry only.
    public Workspace workspace(String name) {
        var npm = varve.npm();
        var credentials = "//%s/:_authToken=%s%n".formatted(npm.getAuthority(), token);
        return Workspace.in(folder, name)
                .file(
                        ".npmrc",
                        "registry=%s%n".formatted(npm) + (token.isEmpty() ? "" : credentials));
    }

    /// Publishes with one request and no client.
    public Answer publish(String name, String version) {
        return put(name, document(name, version, tarball(name, version)));
    }

    public Answer put(String name, Map<String, ?> document) {
        return send("PUT", "/" + name.replace("/", "%2f"), document);
    }

    /// @param body absent for none
    public Answer send(String method, String path, @Nullable Object body) {
        var publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        var request =
                HttpRequest.newBuilder(varve.npm().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Web.send(request);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer packument(String name) {
        return get("/" + name.replace("/", "%2f"));
    }

    public static byte[] tarball(String name, String version) {
        return Tarball.of(
                "package/",
                Map.of(
                        "package.json",
                        "{\"name\":\"%s\",\"version\":\"%s\"}".formatted(name, version),
                        "index.js",
                        "module.exports = \"%s@%s\";%n".formatted(name, version)));
    }

    /// What npm sends to publish; it may be changed before it is sent.
    public static Map<String, Object> document(String name, String version, byte[] tarball) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("name", name);
        manifest.put("version", version);
        manifest.put("dist", new LinkedHashMap<>(Map.of("shasum", Digests.sha1(tarball))));
        var attachment =
                Map.of(
                        "content_type",
                        "application/octet-stream",
                        "data",
                        Base64.getEncoder().encodeToString(tarball),
                        "length",
                        tarball.length);
        var document = new LinkedHashMap<String, Object>();
        document.put("_id", name);
        document.put("name", name);
        document.put("dist-tags", Map.of("latest", version));
        document.put("versions", Map.of(version, manifest));
        document.put("_attachments", Map.of(name + "-" + version + ".tgz", attachment));
        return document;
    }
}
