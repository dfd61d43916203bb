package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Somebody who listens to the changes, on a connection that can be cut.
public final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream stream;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /// @param headers names and values in turn
    public static Listener to(RunningVarve varve, String... headers)
            throws IOException, InterruptedException {
        return new Listener(varve.registry(), headers);
    }

    private Listener(URI registry, String... headers) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(registry.resolve("/api/changes"))
                        .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        stream = answer.body();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
            lines.add("ended");
        } catch (IOException | UncheckedIOException _) {
            lines.add("cut");
        }
    }

    /// Where it could go on.
    public List<String> ids() {
        return lines.stream().filter(line -> line.startsWith("id: ")).toList();
    }

    /// All of it; `ended` or `cut` at the end.
    public String heard() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
