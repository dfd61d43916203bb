package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import varve.standalone.Server;
import varve.standalone.settings.Settings;

/// A registry that fetches modules from repositories in a folder.
final class Land implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// One for all tests that need nothing of their own.
    private static final class Shared {
        static final Land LAND = start(Map.of());
    }

    private final @Nullable Server server;
    private final Path home;
    private final Path repositories;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Land(@Nullable Server server, Path home, Path repositories, URI address) {
        this.server = server;
        this.home = home;
        this.repositories = repositories;
        this.address = address;
    }

    static Land shared() {
        return Shared.LAND;
    }

    static Land start(Map<String, String> settings) {
        var all = settings(settings);
        try {
            var land = at(Server.start(Settings.of(all)), all);
            Runtime.getRuntime().addShutdownHook(new Thread(land::close));
            land.awaits(() -> land.staff("GET", "/api/admin/chores", "").is(200));
            return land;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that somebody else starts with these settings.
    static Land elsewhere(Map<String, String> settings) {
        return at(null, settings);
    }

    /// A fresh home, free ports, and no search, which modules do without.
    static Map<String, String> settings(Map<String, String> others) {
        try {
            var home = Files.createTempDirectory("varve-modules-");
            var all = new TreeMap<String, String>();
            all.put("VARVE_HOME", Files.createDirectory(home.resolve("data")).toString());
            all.put("VARVE_PORT", String.valueOf(freePort()));
            all.put("VARVE_NPM_PORT", String.valueOf(freePort()));
            all.put("VARVE_SEARCH_URL", "http://127.0.0.1:9");
            all.put("VARVE_WORKERS", "8");
            all.put(
                    "VARVE_GIT_BASE_URL",
                    Files.createDirectory(home.resolve("repositories")).toUri().toString());
            all.put("VARVE_GIT_SECONDS", "5");
            all.put("VARVE_WEBHOOK_ANY_ADDRESS", "true");
            all.putAll(others);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Land at(@Nullable Server server, Map<String, String> settings) {
        return new Land(
                server,
                Path.of(Objects.requireNonNull(settings.get("VARVE_HOME"))),
                Path.of(URI.create(Objects.requireNonNull(settings.get("VARVE_GIT_BASE_URL")))),
                URI.create(
                        "http://localhost:"
                                + Objects.requireNonNull(settings.get("VARVE_PORT"))
                                + "/"));
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
        return staff(method, path, json, "application/json");
    }

    Said staff(String method, String path, String body, String type) {
        try {
            var token = Files.readString(home.resolve("admin.token")).strip();
            return send(
                    method,
                    path,
                    body.getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    type,
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

    /// Has a chore done now, and waits for its end.
    ///
    /// @return what came of it
    String chore(String name) {
        var before = ended(name);
        staff("POST", "/api/admin/chores/" + name, "").is(202);
        var outcome = new AtomicReference<String>("");
        eventually(
                DEADLINE,
                () -> {
                    var now = chores(name);
                    assertThat(now.path("endedAt").asString("")).isNotEqualTo(before);
                    outcome.set(now.path("outcome").asString(""));
                });
        return outcome.get();
    }

    private String ended(String chore) {
        eventually(DEADLINE, () -> assertThat(chores(chore).isObject()).isTrue());
        return chores(chore).path("endedAt").asString("");
    }

    private JsonNode chores(String name) {
        return staff("GET", "/api/admin/chores", "")
                .is(200)
                .json()
                .valueStream()
                .filter(chore -> chore.path("name").asString().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /// Until what was asked for has come about.
    void awaits(Runnable assertion) {
        eventually(DEADLINE, assertion);
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

    /// The keys of all objects of a module, as they lie on the registry's own shelf.
    List<String> shelf(String module) {
        var bucket = home.resolve("s3/buckets/varve-land");
        var root = bucket.resolve(module);
        if (Files.notExists(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (Files.notExists(repositories)) {
            return;
        }
        if (server != null) {
            server.close();
        }
        try (var all = Files.walk(repositories.getParent())) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
