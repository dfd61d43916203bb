package varve.acceptance.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import varve.standalone.Server;
import varve.standalone.Settings;

/// A registry that fetches modules from repositories in a folder.
final class Land implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// One for all tests that need nothing of their own.
    private static final class Shared {
        static final Land LAND = start(Map.of());
    }

    private final Server server;
    private final Path home;
    private final Path repositories;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Land(Server server, Path home, Path repositories, URI address) {
        this.server = server;
        this.home = home;
        this.repositories = repositories;
        this.address = address;
    }

    static Land shared() {
        return Shared.LAND;
    }

    static Land start(Map<String, String> settings) {
        try {
            var home = Files.createTempDirectory("varve-modules-");
            var repositories = Files.createDirectory(home.resolve("repositories"));
            var address = URI.create("http://localhost:" + freePort() + "/");
            var all = new TreeMap<String, String>();
            all.put("VARVE_HOME", home.resolve("data").toString());
            all.put("VARVE_PORT", String.valueOf(address.getPort()));
            all.put("VARVE_NPM_PORT", String.valueOf(freePort()));
            all.put("VARVE_SEARCH_URL", "http://127.0.0.1:9");
            all.put("VARVE_WORKERS", "4");
            all.put("VARVE_GIT_BASE_URL", repositories.toUri().toString());
            all.put("VARVE_GIT_SECONDS", "5");
            all.put("VARVE_WEBHOOK_ANY_ADDRESS", "true");
            all.putAll(settings);
            Files.createDirectories(home.resolve("data"));
            var land =
                    new Land(
                            Server.start(Settings.of(all)),
                            home.resolve("data"),
                            repositories,
                            address);
            Runtime.getRuntime().addShutdownHook(new Thread(land::close));
            return land;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path repositories() {
        return repositories;
    }

    URI address() {
        return address;
    }

    Said get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    /// As the operator's member of staff.
    Said staff(String method, String path, String json) {
        try {
            var token = Files.readString(home.resolve("admin.token")).strip();
            return send(
                    method,
                    path,
                    json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + token,
                    "X-JSR-Sudo",
                    "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Said send(String method, String path, byte[] body, String... headers) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(DEADLINE)
                        .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Said(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The names of all facts about a module, in the order of the log.
    List<String> history(String module) {
        var events = new ArrayList<String>();
        staff("GET", "/api/audit?package=" + module, "")
                .is(200)
                .json()
                .path("items")
                .forEach(item -> events.add(item.path("event").asString()));
        return events;
    }

    @Override
    public void close() {
        server.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
