package varve.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A real Elasticsearch node in a process of its own, with the features of the server's core: no
/// scripts, no reindexing, no updates or deletions by query. Anybody on this machine can reach it.
public final class EmbeddedElasticsearch implements EmbeddedServer {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;
    private static final int ATTEMPTS = 3;
    private static final int OK = 200;

    private final Home home;
    private final ElasticsearchNode node;
    private final URI uri;
    private boolean closed;

    private EmbeddedElasticsearch(Home home, ElasticsearchNode node, URI uri) {
        this.home = home;
        this.node = node;
        this.uri = uri;
    }

    /// How a node is to be run.
    ///
    /// @param brief whether it will run for a short time only and should start fast rather than
    ///   become fast
    /// @param software where the programs are unpacked, shared with other nodes; in the home if
    ///   absent
    public record Settings(boolean brief, @Nullable Path software) {
        public static Settings standard() {
            return new Settings(false, null);
        }
    }

    public static EmbeddedElasticsearch start(Path home) {
        return start(home, Settings.standard());
    }

    /// Starts the node. Every shard that was there before answers when this returns.
    ///
    /// @throws EmbeddedServerFailure when it ends or does not answer within three minutes, or the
    ///   folder is in use
    public static EmbeddedElasticsearch start(Path home, Settings settings) {
        return Home.start(
                home,
                "Elasticsearch",
                opened -> {
                    ElasticsearchNode.endLeftover(opened);
                    return startOnSomePort(opened, software(opened, settings), settings.brief());
                });
    }

    private static Path software(Home home, Settings settings) {
        var shared = settings.software();
        return shared == null
                ? ElasticsearchSoftware.unpackedAloneIn(home.path("software"))
                : ElasticsearchSoftware.unpackedIn(shared);
    }

    /// More than one attempt: the port can be taken between choosing and using it.
    private static EmbeddedElasticsearch startOnSomePort(Home home, Path software, boolean brief)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = home.port();
            var uri = URI.create("http://127.0.0.1:" + port);
            var node = ElasticsearchNode.start(software, home, port, brief);
            try {
                awaitHealth(node, uri);
                return new EmbeddedElasticsearch(home, node, uri);
            } catch (IOException e) {
                node.end();
                if (attempt == ATTEMPTS || Ports.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    /// Yellow: after a restart it answers before its shards do.
    private static void awaitHealth(ElasticsearchNode node, URI uri) throws IOException {
        var request =
                HttpRequest.newBuilder(
                                uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=2s"))
                        .timeout(ANSWER)
                        .build();
        var deadline = Instant.now().plus(START);
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            while (!isAnswered(client, request)) {
                if (!node.isAlive()) {
                    throw new IOException("it ended, saying\n" + node.lastWords());
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new IOException("no answer within " + START.toSeconds() + " s");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isAnswered(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        }
    }

    public URI uri() {
        return uri;
    }

    /// The number of the node's process.
    public long pid() {
        return node.pid();
    }

    @Override
    public boolean isAlive() {
        return node.isAlive();
    }

    /// Gives the folder up and leaves the node running, as the death of this program does for a
    /// moment.
    void letGo() {
        home.close();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (home) {
            node.end();
        } catch (IOException e) {
            throw new EmbeddedServerFailure("Elasticsearch did not stop: " + e.getMessage(), e);
        }
    }
}
