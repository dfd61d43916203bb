package varve.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import varve.embedded.EmbeddedElasticsearch;

/// Elasticsearch for tests: one node for the whole run, a prefix for the index names of whoever
/// asks.
public final class TestElasticsearch {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final TestServer<EmbeddedElasticsearch> server;

    /// @param brief whether its start counts for more than its speed
    private TestElasticsearch(boolean brief) {
        var settings = new EmbeddedElasticsearch.Settings(brief, Slots.cache());
        server =
                TestServer.start(
                        "elasticsearch",
                        home -> EmbeddedElasticsearch.start(home, settings),
                        (started, _) -> deleteIndicesOfEarlierRuns(started));
    }

    private static final class Shared {
        static final TestElasticsearch ELASTICSEARCH = new TestElasticsearch(true);
    }

    /// The address of the shared node.
    public static URI uri() {
        return Shared.ELASTICSEARCH.address();
    }

    /// The beginning of index names that no other test uses.
    public static String freshPrefix() {
        return "test-" + UUID.randomUUID() + "-";
    }

    /// A node of its own, which a test may stop and start again.
    public static TestElasticsearch separate() {
        return new TestElasticsearch(true);
    }

    /// A node of its own whose speed is measured: it runs as in earnest.
    public static TestElasticsearch inEarnest() {
        return new TestElasticsearch(false);
    }

    /// The address of this node.
    public URI address() {
        return server.running().uri();
    }

    public void stop() {
        server.stop();
    }

    /// Starts it again under the same address.
    public void start() {
        server.startAgain();
    }

    private static void deleteIndicesOfEarlierRuns(EmbeddedElasticsearch server) {
        var indices = send(server, "GET", "/_cat/indices?h=index&expand_wildcards=all").strip();
        if (!indices.isEmpty()) {
            send(server, "DELETE", "/" + String.join(",", indices.split("\\s+")));
        }
    }

    private static String send(EmbeddedElasticsearch server, String method, String path) {
        var request =
                HttpRequest.newBuilder(server.uri().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(ANSWER)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
