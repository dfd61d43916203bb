package varve.acceptance.kit;

import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// A Verdaccio of a test's own: the real one, in a folder and on a port of its own.
public final class Verdaccio implements AutoCloseable {
    private static final Path INSTALLED = Path.of("matrix", "node_modules").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final int port;
    private final Process process;

    private Verdaccio(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// @param packages the rules, as YAML below `packages`
    public static Verdaccio start(Path folder, int port, String packages) {
        var node = INSTALLED.resolve("node/bin/node");
        if (!Files.isExecutable(node)) {
            throw new IllegalStateException("run build/matrix-clients first");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("config.yaml"),
                    """
                    storage: ./storage
                    auth: { htpasswd: { file: ./htpasswd } }
                    uplinks: {}
                    packages:
                    %s
                    log: { type: stdout, format: json, level: warn }
                    """
                            .formatted(packages.stripTrailing().indent(2).stripTrailing()));
            var command =
                    List.of(
                            node.toString(),
                            INSTALLED.resolve("verdaccio/bin/verdaccio").toString(),
                            "--config",
                            folder.resolve("config.yaml").toString(),
                            "--listen",
                            "localhost:" + port);
            var process =
                    Environment.program(folder, Environment.plain(folder), command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said").toFile())
                            .start();
            var verdaccio = new Verdaccio(folder, port, process);
            eventually(
                    Duration.ofSeconds(60),
                    () -> Web.get(verdaccio.address().resolve("/-/ping")).is(200));
            return verdaccio;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    public Path config() {
        return folder.resolve("config.yaml");
    }

    public Path storage() {
        return folder.resolve("storage");
    }

    /// Signs somebody up.
    ///
    /// @return their token
    public String newcomer(String name, String password) {
        var body = Map.of("_id", "org.couchdb.user:" + name, "name", name, "password", password);
        var bytes = JSON.writeValueAsBytes(body);
        return Web.send(
                        HttpRequest.newBuilder(
                                        address().resolve("/-/user/org.couchdb.user:" + name))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)))
                .is(201)
                .json()
                .path("token")
                .asString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
