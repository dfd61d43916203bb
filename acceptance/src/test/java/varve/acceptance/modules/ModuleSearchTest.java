package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.OutsideServers;

/// Modules on a real search server.
class ModuleSearchTest {
    @Test
    void modules_are_found_as_people_type() {
        try (var land = Land.start(OutsideServers.fresh().settings())) {
            hook(land, "pennant", "Draws pennants and burgees").ping().is(200);
            hook(land, "penny", "Counts small coins").ping().is(200);
            hook(land, "hidden_pen", "Draws in secret").ping().is(200);
            land.staff("PATCH", "/api/admin/modules/hidden_pen", "{\"unlisted\":true}").is(204);
            land.awaits(() ->
                    assertThat(names(land, "penn")).containsExactlyInAnyOrder("pennant", "penny"));
            assertThat(names(land, "penant")).startsWith("pennant");
            assertThat(names(land, "burgees")).containsExactly("pennant");
            land.awaits(() -> assertThat(names(land, "hidden_pen")).doesNotContain("hidden_pen"));

            var suggested = land.get("/api/search/suggest?query=penny").is(200);
            assertThat(suggested.header("Varve-Search")).isEmpty();
            var first = suggested.json().path("items").path(0);
            assertThat(first.path("name").asString()).isEqualTo("penny");
            assertThat(first.path("url").asString()).isEqualTo("/x/penny");

            land.staff("PATCH", "/api/admin/modules/hidden_pen", "{\"unlisted\":false}").is(204);
            land.awaits(() -> assertThat(names(land, "hidden_pen")).contains("hidden_pen"));
            land.staff("POST", "/api/admin/maintenance", "rebuild\nmodule-search", "text/plain")
                    .is(200);
            land.awaits(() -> assertThat(names(land, "penny")).startsWith("penny"));
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
