package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class ChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final RunningVarve VARVE = Shared.varve();
    private static String scope;

    @BeforeAll
    static void something_is_published() {
        scope = PublishedFlags.scope();
    }

    /// Somebody who listens, on a connection that can be cut.
    private static final class Listener implements AutoCloseable {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        private final InputStream stream;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Listener(String... headers) throws IOException, InterruptedException {
            var request =
                    HttpRequest.newBuilder(VARVE.registry().resolve("/api/changes"))
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
            try (var in =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
                lines.add("ended");
            } catch (IOException | UncheckedIOException _) {
                lines.add("cut");
            }
        }

        List<String> ids() {
            return lines.stream().filter(line -> line.startsWith("id: ")).toList();
        }

        String heard() {
            return lines.stream().collect(Collectors.joining("\n"));
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @Test
    void all_that_is_public_is_read_a_page_at_a_time() {
        var api = VARVE.api().anonymous();
        var ours = new java.util.ArrayList<JsonNode>();
        long since = 0;
        long size;
        do {
            var page = api.get("/api/changes?limit=3&since=" + since).is(200).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(3);
            page.path("items").forEach(ours::add);
            since = page.path("next").asLong();
            size = page.path("size").asLong();
        } while (since < size);
        assertThat(ours.stream().map(item -> item.path("subject").asString()))
                .contains("@" + scope + "/cloth@1.0.0", "@" + scope + "/flag@1.0.0");
        assertThat(ours.stream().map(item -> item.path("type").asString()))
                .allMatch(type -> type.matches("(version|package|module)\\..*"))
                .doesNotContain("version.publish-requested", "package.created");
        assertThat(ours.stream().map(item -> item.path("position").asLong())).isSorted();
        assertThat(ours.toString()).doesNotContain("user:", "credential");
        api.get("/api/changes?limit=0").is(400);
        api.get("/api/changes?since=-1").is(400);
    }

    @Test
    void who_listens_hears_at_once_and_goes_on_where_the_connection_was_lost() throws Exception {
        var luca = VARVE.api();
        var flag = Api.packagePath("@" + scope + "/flag") + "/versions/1.0.0";
        try (var listener = new Listener()) {
            luca.patch(flag, Map.of("yanked", true)).is(204);
            eventually(
                    SOON,
                    () ->
                            assertThat(listener.heard())
                                    .contains("event: version.yanked")
                                    .contains("@" + scope + "/flag@1.0.0"));
        }
        var before = VARVE.api().anonymous().get("/api/changes").json().path("size").asLong();
        luca.patch(flag, Map.of("yanked", false)).is(204);
        try (var listener = new Listener("Last-Event-ID", Long.toString(before))) {
            eventually(
                    SOON, () -> assertThat(listener.heard()).contains("event: version.unyanked"));
            assertThat(listener.ids()).allMatch(id -> Long.parseLong(id.substring(4)) > before);
        }
    }

    @Test
    void a_listener_hears_that_the_registry_is_still_there_and_does_not_hold_up_its_end()
            throws Exception {
        try (var listener = new Listener()) {
            eventually(
                    Duration.ofSeconds(20),
                    () -> assertThat(listener.heard()).contains(": still here"));
            var stopped = CompletableFuture.runAsync(VARVE::stop);
            try {
                eventually(SOON, () -> assertThat(listener.heard()).contains("ended"));
            } finally {
                stopped.join();
                VARVE.restart();
            }
        }
    }
}
