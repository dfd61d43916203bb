package varve.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestElasticsearchTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void every_test_has_names_of_its_own() throws Exception {
        var prefix = TestElasticsearch.freshPrefix();

        assertThat(send(TestElasticsearch.uri(), "PUT", prefix + "packages")).isEqualTo(200);
        assertThat(send(TestElasticsearch.uri(), "HEAD", prefix + "packages")).isEqualTo(200);
        assertThat(
                        send(
                                TestElasticsearch.uri(),
                                "HEAD",
                                TestElasticsearch.freshPrefix() + "packages"))
                .isEqualTo(404);
    }

    @Test
    void a_separate_node_goes_away_and_comes_back_with_its_data() throws Exception {
        var node = TestElasticsearch.separate();
        var address = node.address();
        send(address, "PUT", "packages");

        node.stop();
        assertThatThrownBy(() -> send(address, "HEAD", "packages")).isInstanceOf(IOException.class);

        node.start();
        assertThat(node.address()).isEqualTo(address);
        assertThat(send(address, "HEAD", "packages")).isEqualTo(200);
        node.stop();
    }

    private static int send(URI address, String method, String index)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address.resolve("/" + index))
                        .method(method, BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(30))
                        .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
