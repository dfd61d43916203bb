package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.OutsideServers;
import varve.contract.search.ModuleEntry;

/// Modules on a real search server.
class ModuleSearchTest {
    @Test
    void modules_are_found_as_people_type() {
        var servers = OutsideServers.fresh();
        try (var land = Land.start(servers.settings())) {
            hook(land, "pennant", "Draws pennants and burgees").ping().is(200);
            hook(land, "penny", "Counts small coins").ping().is(200);
            hook(land, "hidden_pen", "Draws in secret").ping().is(200);
            land.staff("PATCH", "/api/admin/modules/hidden_pen", "{\"unlisted\":true}").is(204);
            land.awaits(() ->
                    assertThat(names(land, "penn")).containsExactlyInAnyOrder("pennant", "penny"));
            land.awaits(() -> assertThat(names(land, "penant")).startsWith("pennant"));
            land.awaits(() -> assertThat(names(land, "burgees")).containsExactly("pennant"));
            land.awaits(() -> assertThat(names(land, "hidden_pen")).doesNotContain("hidden_pen"));

            land.awaits(() -> {
                var suggested = land.get("/api/search/suggest?query=penny").is(200);
                assertThat(suggested.header("Varve-Search")).isEmpty();
                var first = suggested.json().path("items").path(0);
                assertThat(first.path("name").asString()).isEqualTo("penny");
                assertThat(first.path("url").asString()).isEqualTo("/x/penny");
            });

            land.staff("PATCH", "/api/admin/modules/hidden_pen", "{\"unlisted\":false}").is(204);
            land.awaits(() -> assertThat(names(land, "hidden_pen")).contains("hidden_pen"));
            land.staff("POST", "/api/admin/maintenance", "rebuild\nmodule-search", "text/plain")
                    .is(200);
            land.awaits(() -> assertThat(names(land, "penny")).startsWith("penny"));

            var index = servers.search().resolve("/" + servers.searchPrefix() + ModuleEntry.INDEX);
            assertThat(asked("DELETE", index).statusCode()).isEqualTo(200);
            land.awaits(() -> assertThat(names(land, "burgees")).containsExactly("pennant"));
            hook(land, "banner", "Draws banners").ping().is(200);
            var count = URI.create(index + "/_count");
            land.awaits(() -> assertThat(asked("GET", count).body()).contains("\"count\":4"));
            land.awaits(() -> assertThat(names(land, "burgees")).containsExactly("pennant"));
        }
    }

    private static HttpResponse<String> asked(String method, URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(20))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Hook hook(Land land, String name, String description) {
        return Hook.of(land, name, GitRepository.of(land)).saying(description);
    }

    private static List<String> names(Land land, String query) {
        return land.get("/modules?query=" + query)
                .is(200)
                .json()
                .path("data")
                .path("results")
                .valueStream()
                .map(it -> it.path("name").asString())
                .toList();
    }
}
