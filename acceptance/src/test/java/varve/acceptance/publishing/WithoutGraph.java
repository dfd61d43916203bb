package varve.acceptance.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.acceptance.kit.Web;

/// Stands before a registry and takes the module graph out of what it says about versions, so that
/// clients have to look themselves.
final class WithoutGraph implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI registry;
    private final HttpServer server;

    WithoutGraph(URI registry) {
        this.registry = registry;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var answer = Web.get(registry.resolve(path), "Accept", "*/*");
            var body = path.endsWith("_meta.json") ? withoutGraph(answer.bytes()) : answer.bytes();
            answer.contentType()
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] withoutGraph(byte[] meta) {
        var json = (ObjectNode) JSON.readTree(meta);
        json.remove("moduleGraph2");
        return JSON.writeValueAsBytes(json);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
