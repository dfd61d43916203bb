package varve.acceptance.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// Somebody between a client and a registry who passes everything on, but not everything as it was.
public final class Altering implements AutoCloseable {
    private final HttpServer server;
    private final URI real;

    private interface Change {
        byte[] of(URI self, URI path, byte[] body);
    }

    private Altering(URI real, Change change) {
        this.real = real;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> pass(exchange, change));
        server.start();
    }

    /// Changes what is not a tarball.
    public static Altering json(URI real, UnaryOperator<String> change) {
        return new Altering(
                real,
                (_, path, body) ->
                        path.getPath().endsWith(".tgz")
                                ? body
                                : change.apply(new String(body, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Hands out another tarball for each, and says that they are to be fetched here.
    public static Altering tarballs(URI real, byte[] other) {
        return new Altering(
                real,
                (self, path, body) ->
                        path.getPath().endsWith(".tgz")
                                ? other
                                : new String(body, StandardCharsets.UTF_8)
                                        .replace(real.toString(), self.toString())
                                        .getBytes(StandardCharsets.UTF_8));
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange, Change change) throws IOException {
        try (exchange) {
            var raw = exchange.getRequestURI();
            var accept = exchange.getRequestHeaders().getFirst("Accept");
            var answer = Web.get(real.resolve(raw), "Accept", accept == null ? "*/*" : accept);
            var body = change.of(address(), raw, answer.bytes());
            answer.header("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
