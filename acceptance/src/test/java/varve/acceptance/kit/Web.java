package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Requests that are sent exactly as told. Redirects are not followed.
public final class Web {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = client().build();

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

    /// The fields of a form as browsers send them.
    public static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /// The value of a cookie that an answer sets.
    public static String cookie(Answer answer, String name) {
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// @throws UncheckedIOException when there is no answer
    public static Answer send(HttpRequest.Builder request) {
        return send(CLIENT, request);
    }

    /// Sends from another of this machine's addresses, where requests are counted by address.
    ///
    /// @throws UncheckedIOException when there is no answer
    public static Answer sendFrom(InetAddress address, HttpRequest.Builder request) {
        try (var client = client().localAddress(address).build()) {
            return send(client, request);
        }
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5));
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            return new Answer(
                    client.send(
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
