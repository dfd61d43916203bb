package varve.command.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionRef;

/// Another registry, in which packages are looked up that nobody published here.
public final class Fallback {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 32 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI registry;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /// @param registry its origin
    public Fallback(URI registry) {
        this.registry = registry;
    }

    URI registry() {
        return registry;
    }

    /// What it says of a package, empty when it has none of that name.
    ///
    /// @throws IOException when it does not answer, or says something else: asking later may help
    Optional<JsonNode> meta(PackageRef pkg) throws IOException {
        return get("/" + pkg.text() + "/meta.json");
    }

    Optional<JsonNode> meta(VersionRef version) throws IOException {
        var number = version.version().text();
        return get("/" + version.pkg().text() + "/" + number + "_meta.json");
    }

    private Optional<JsonNode> get(String path) throws IOException {
        var address = registry.resolve(path);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return read(address, answer.statusCode(), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, e);
        }
    }

    private static Optional<JsonNode> read(URI address, int status, InputStream body)
            throws IOException {
        if (status == 404) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new IOException(address + " answers " + status);
        }
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException(address + " answers with more than " + LARGEST + " bytes");
        }
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new IOException(address + " does not answer with JSON", e);
        }
    }
}
