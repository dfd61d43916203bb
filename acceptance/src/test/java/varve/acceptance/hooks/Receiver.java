package varve.acceptance.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody's server, to which webhooks lead.
public final class Receiver implements AutoCloseable {
    private static final int SHORTLY = 2;

    private final HttpServer server;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusing = new AtomicInteger();
    private volatile int status = 200;

    /// @param headers with names in lower case
    public record Letter(String path, Map<String, String> headers, String body) {
        public JsonNode json() {
            return new JsonMapper().readTree(body);
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// Answers so many letters with this status, before it takes one.
    Receiver refusing(int letters, int status) {
        this.status = status;
        refusing.set(letters);
        return this;
    }

    /// All that came, also what was refused.
    public List<Letter> letters(String path) {
        return letters.stream().filter(letter -> letter.path().equals(path)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        letters.add(new Letter(exchange.getRequestURI().getPath(), headers, body));
        boolean refuses = refusing.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (refuses && status == 302) {
            exchange.getResponseHeaders().add("Location", address("/elsewhere"));
        }
        exchange.sendResponseHeaders(refuses ? status : 200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(SHORTLY);
    }
}
