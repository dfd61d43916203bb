package varve.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String MAPPING =
            """
            {"mappings": {"properties": {
              "name": {"type": "text", "index_prefixes": {"min_chars": 1, "max_chars": 19}}}}}
            """;
    private static final String AS_YOU_TYPE =
            """
            {"query": {"multi_match": {
              "query": "colour fl", "type": "bool_prefix", "fields": ["name"]}}}
            """;

    /// One unpacking for all tests. Not a temporary folder: the first node writes into it for some
    /// seconds after its end.
    private static final Path SOFTWARE = Path.of("target", "software").toAbsolutePath();

    private static final EmbeddedElasticsearch.Settings SETTINGS =
            new EmbeddedElasticsearch.Settings(true, SOFTWARE);

    @TempDir Path home;

    @Test
    void finds_as_one_types_and_still_does_after_the_next_start() throws Exception {
        String address;
        try (var elasticsearch = start()) {
            address = elasticsearch.uri().toString();
            publish(elasticsearch);
            assertThat(search(elasticsearch)).contains("colour flag");
        }
        try (var elasticsearch = start()) {
            assertThat(elasticsearch.uri()).hasToString(address);
            assertThat(search(elasticsearch)).contains("colour flag");
        }
    }

    @Test
    void says_who_it_is_in_the_words_that_clients_check() throws Exception {
        try (var elasticsearch = EmbeddedElasticsearch.start(SOFTWARE.resolve("alone"))) {
            var root = send(elasticsearch, "GET", "/", "");

            assertThat(root.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
            assertThat(root.body())
                    .contains("\"cluster_name\":\"varve\"")
                    .contains("\"tagline\":\"You Know, for Search\"")
                    .containsPattern("\"number\":\"9\\.\\d+\\.\\d+\"");
        }
    }

    @Test
    void loses_nothing_acknowledged_when_its_process_is_killed() throws Exception {
        try (var killed = start()) {
            publish(killed);
            var process = ProcessHandle.of(killed.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(20, TimeUnit.SECONDS);
            assertThat(killed.isAlive()).isFalse();
        }
        try (var elasticsearch = start()) {
            assertThat(search(elasticsearch)).contains("colour flag");
        }
    }

    @Test
    void ends_the_node_that_a_killed_program_left_behind() throws Exception {
        var orphan = start();
        publish(orphan);
        orphan.letGo();

        try (var elasticsearch = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(elasticsearch.uri()).isEqualTo(orphan.uri());
            assertThat(search(elasticsearch)).contains("colour flag");
        }
    }

    @Test
    void runs_beside_another_on_another_port_but_never_twice_in_one_folder(@TempDir Path other)
            throws Exception {
        int port;
        try (var here = start();
                var there = EmbeddedElasticsearch.start(other, SETTINGS)) {
            port = here.uri().getPort();
            publish(here);
            assertThat(send(there, "GET", "/packages", "").statusCode()).isEqualTo(404);
            assertThatThrownBy(this::start).isInstanceOf(HomeInUse.class);
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var elasticsearch = start()) {
            assertThat(elasticsearch.uri().getPort()).isNotEqualTo(port);
            assertThat(search(elasticsearch)).contains("colour flag");
        }
    }

    private EmbeddedElasticsearch start() {
        return EmbeddedElasticsearch.start(home, SETTINGS);
    }

    private static void publish(EmbeddedElasticsearch elasticsearch) throws Exception {
        assertThat(send(elasticsearch, "PUT", "/packages", MAPPING).statusCode()).isEqualTo(200);
        var document = "{\"name\": \"colour flag\"}";
        var written = send(elasticsearch, "PUT", "/packages/_doc/1?refresh=true", document);
        assertThat(written.statusCode()).isEqualTo(201);
    }

    private static String search(EmbeddedElasticsearch elasticsearch) throws Exception {
        return send(elasticsearch, "POST", "/packages/_search", AS_YOU_TYPE).body();
    }

    private static HttpResponse<String> send(
            EmbeddedElasticsearch elasticsearch, String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(elasticsearch.uri().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
