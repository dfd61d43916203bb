package varve.acceptance.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// Another npm registry, over real HTTP, which has what a test puts there and may misbehave.
public final class UpstreamRegistry implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private record Version(byte[] tarball, Map<String, ?> manifest, Instant published) {}

    private final Map<String, Map<String, Version>> packages = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private HttpServer server;
    private volatile Mood mood = Mood.WELL;

    public UpstreamRegistry() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    public void mood(Mood other) {
        mood = other;
    }

    /// A package without anything of interest.
    ///
    /// @param dependencies that it uses in any version
    public UpstreamRegistry has(String name, String version, String... dependencies) {
        var wanted = new LinkedHashMap<String, String>();
        Arrays.stream(dependencies).forEach(dependency -> wanted.put(dependency, "*"));
        return has(name, version, Map.of("dependencies", wanted), LONG_AGO);
    }

    /// A package of half a megabyte that cannot be packed any smaller.
    public UpstreamRegistry hasLarge(String name, String version) {
        var noise = new byte[400_000];
        new Random(version.hashCode()).nextBytes(noise);
        return has(name, version, Map.of("noise", HexFormat.of().formatHex(noise)), LONG_AGO);
    }

    public UpstreamRegistry has(
            String name, String version, Map<String, ?> more, Instant published) {
        var manifest = new LinkedHashMap<String, Object>(Map.of("name", name, "version", version));
        manifest.putAll(more);
        var main = "module.exports = \"%s@%s upstream\";%n".formatted(name, version);
        var tarball =
                Tarball.of(
                        "package/",
                        Map.of(
                                "package.json",
                                JSON.writeValueAsString(manifest),
                                "index.js",
                                main));
        packages.computeIfAbsent(name, _ -> new ConcurrentHashMap<>())
                .put(version, new Version(tarball, manifest, published));
        return this;
    }

    /// How often something was asked for.
    ///
    /// @param path for example `/flag` or `/flag/-/flag-1.0.0.tgz`
    public int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    /// What was presented with the last question for a path.
    public String authorization(String path) {
        return authorizations.getOrDefault(path, "");
    }

    /// Nobody listens there any more.
    public void stop() {
        server.stop(0);
    }

    public void startAgain() {
        server = listen(port);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer listen(int on) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), on);
            var listening = HttpServer.create(address, 200);
            listening.setExecutor(threads);
            listening.createContext("/", this::answer);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.merge(path, 1, Integer::sum);
            var presented = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.put(path, presented == null ? "" : presented);
            switch (mood) {
                case WELL -> give(exchange, body(path), UnaryOperator.identity());
                case TRUNCATED -> truncated(exchange, body(path));
                case ALTERED -> give(exchange, body(path), UpstreamRegistry::altered);
                case HANGING -> LockSupport.parkNanos(60_000_000_000L);
                case DRIPPING -> drip(exchange);
                case REDIRECTING -> lead(exchange, address() + path.substring(1) + "/on");
                case LEADING_AWAY -> lead(exchange, "http://127.0.0.1:" + port + path);
                case GARBAGE -> write(exchange, 200, "<html>{{{".getBytes());
                case FAILING -> write(exchange, 500, "{}".getBytes());
            }
        }
    }

    private byte[] body(String path) {
        var name = path.substring(1);
        int dash = name.indexOf("/-/");
        if (dash < 0) {
            var versions = packages.get(name);
            return versions == null ? new byte[0] : packument(name, versions);
        }
        var versions = packages.getOrDefault(name.substring(0, dash), Map.of());
        for (var one : versions.entrySet()) {
            if (name.endsWith("-" + one.getKey() + ".tgz")) {
                return one.getValue().tarball();
            }
        }
        return new byte[0];
    }

    private byte[] packument(String name, Map<String, Version> versions) {
        var manifests = new LinkedHashMap<String, Object>();
        var times = new LinkedHashMap<String, String>();
        var sorted = new TreeMap<>(versions);
        for (var entry : sorted.entrySet()) {
            var version = entry.getKey();
            var one = entry.getValue();
            var manifest = new LinkedHashMap<String, Object>(one.manifest());
            var file = name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz";
            manifest.put(
                    "dist",
                    Map.of(
                            "tarball",
                            address() + name + "/-/" + file,
                            "shasum",
                            Digests.sha1(one.tarball()),
                            "integrity",
                            Digests.sha512(one.tarball())));
            manifests.put(version, manifest);
            times.put(version, one.published().toString());
        }
        return JSON.writeValueAsBytes(
                Map.of(
                        "name",
                        name,
                        "dist-tags",
                        Map.of("latest", sorted.lastKey()),
                        "versions",
                        manifests,
                        "time",
                        times));
    }

    private static void give(HttpExchange exchange, byte[] body, UnaryOperator<byte[]> change)
            throws IOException {
        boolean tarball = exchange.getRequestURI().getPath().endsWith(".tgz");
        write(exchange, body.length == 0 ? 404 : 200, tarball ? change.apply(body) : body);
    }

    private static void truncated(HttpExchange exchange, byte[] body) throws IOException {
        if (!exchange.getRequestURI().getPath().endsWith(".tgz")) {
            write(exchange, 200, body);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static byte[] altered(byte[] body) {
        var other = body.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < 600; i++) {
            out.write(' ');
            out.flush();
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static void lead(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
