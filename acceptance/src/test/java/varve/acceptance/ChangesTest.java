package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Listener;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@Tag("long")
@ExtendWith(TellsLogs.class)
class ChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final RunningVarve VARVE = Shared.varve();
    private static String scope;

    @BeforeAll
    static void something_is_published() {
        scope = PublishedFlags.scope();
    }

    @Test
    void all_that_is_public_is_read_a_page_at_a_time() {
        var api = VARVE.api().anonymous();
        var ours = new ArrayList<JsonNode>();
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
        try (var listener = Listener.to(VARVE)) {
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
        try (var listener = Listener.to(VARVE, "Last-Event-ID", Long.toString(before))) {
            eventually(
                    SOON, () -> assertThat(listener.heard()).contains("event: version.unyanked"));
            assertThat(listener.ids()).allMatch(id -> Long.parseLong(id.substring(4)) > before);
        }
    }

    @Test
    void a_listener_hears_that_the_registry_is_still_there() throws Exception {
        try (var listener = Listener.to(VARVE)) {
            eventually(
                    Duration.ofSeconds(30),
                    () -> assertThat(listener.heard()).contains(": still here"));
        }
    }
}
