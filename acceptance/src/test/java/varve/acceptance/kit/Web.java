package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Requests that are sent exactly as told. Redirects are not followed.
public final class Web {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private Web() {}

    /// Sends a GET.
    ///
    /// @param headers names and values in turn
    public static Answer get(URI address, String... headers) {
        return ask("GET", address, headers);
    }

    /// Sends a request without a body.
    ///
    /// @param headers names and values in turn
    public static Answer ask(String method, URI address, String... headers) {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// @throws UncheckedIOException when there is no answer
    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(
                    CLIENT.send(
                            request.timeout(DEADLINE).build(),
                            HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
