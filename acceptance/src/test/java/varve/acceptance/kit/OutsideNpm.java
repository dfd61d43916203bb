package varve.acceptance.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/// The npm registry of the outside world, as far as the tests need one: it has `pennant@1.2.0`,
/// which exports `points: number`. So no test depends on the network.
public final class OutsideNpm {
    private static final String PACKAGE_JSON =
            """
            {"name":"pennant","version":"1.2.0","type":"module","types":"./index.d.ts",
             "exports":{".":{"types":"./index.d.ts","default":"./index.js"}}}
            """;
    private static final byte[] TARBALL =
            Tarball.of(
                    "package/",
                    Map.of(
                            "package.json",
                            PACKAGE_JSON,
                            "index.js",
                            "export const points = 3;\n",
                            "index.d.ts",
                            "export const points: number;\n"));

    private static final class Lazily {
        static final URI ADDRESS = start();
    }

    private OutsideNpm() {}

    public static URI address() {
        return Lazily.ADDRESS;
    }

    /// The registry that npm asks on this machine, for the few tests that cannot do without.
    public static URI ofThisMachine() {
        var asking = new ProcessBuilder("npm", "config", "get", "registry");
        var said = Run.of(asking, Duration.ofSeconds(30)).succeeds().output();
        var address = said.lines().filter(line -> line.startsWith("http")).findFirst();
        return URI.create(address.orElseThrow(() -> new AssertionError(said)).strip());
    }

    private static URI start() {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
            server.createContext(
                    "/", exchange -> answer(exchange, 404, "application/json", utf8("{}")));
            server.createContext(
                    "/pennant",
                    exchange ->
                            answer(exchange, 200, "application/json", utf8(packument(address))));
            server.createContext(
                    "/pennant/-/pennant-1.2.0.tgz",
                    exchange -> answer(exchange, 200, "application/octet-stream", TARBALL));
            server.start();
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packument(URI address) {
        var dist =
                """
                {"tarball":"%spennant/-/pennant-1.2.0.tgz","integrity":"sha512-%s"}
                """
                        .formatted(address, sha512());
        var manifest = PACKAGE_JSON.replaceFirst("\\{", "{\"dist\":" + dist + ",");
        return """
        {"name":"pennant","dist-tags":{"latest":"1.2.0"},"versions":{"1.2.0":%s},
         "time":{"1.2.0":"2024-01-01T00:00:00.000Z"}}
        """
                .formatted(manifest);
    }

    private static String sha512() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(TARBALL));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
