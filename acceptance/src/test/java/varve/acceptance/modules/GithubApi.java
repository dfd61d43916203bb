package varve.acceptance.modules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that speaks the part of GitHub's API that stars are read from.
final class GithubApi implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Instant silentUntil = Instant.EPOCH;

    GithubApi() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void stars(GitRepository of, long stars) {
        says(of, "{\"full_name\":\"x\",\"stargazers_count\":" + stars + "}");
    }

    void says(GitRepository of, String body) {
        bodies.put("/repos/" + of.fullName(), body);
    }

    int asked(GitRepository about) {
        var count = asked.get("/repos/" + about.fullName());
        return count == null ? 0 : count.get();
    }

    List<String> tokens() {
        return tokens;
    }

    /// The next answer says that no more questions are wanted for a while.
    void tireFor(Duration pause) {
        silentUntil = Instant.now().plus(pause);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var headers = exchange.getResponseHeaders();
        headers.add("x-ratelimit-limit", "60");
        headers.add("x-ratelimit-remaining", Instant.now().isBefore(silentUntil) ? "0" : "59");
        headers.add("x-ratelimit-reset", String.valueOf(silentUntil.getEpochSecond()));
        var body = bodies.getOrDefault(path, "{\"message\":\"Not Found\"}");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(bodies.containsKey(path) ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
