package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.modules.Hook.Event;

/// When a version is published that was asked for before, or whose repository moved.
class WebhookVersionTest {
    private static final String EXISTS = "version already exists";
    private static final String BUILDING = "this module version is already being published";
    private static final String ONE = "{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}";
    private static final String NONE = "{\"latest\":null,\"versions\":[]}";

    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land).tag("0.0.7");
    final Hook hook = Hook.of(land, module, repository);
    final Hook silent = Hook.of(land, module, GitRepository.silent(land));

    @ParameterizedTest
    @EnumSource
    void a_version_exists_once(Event event) {
        hook.publish("0.0.7");
        var meta = land.get("/cdn/" + module + "/versions/0.0.7/meta/meta.json").text();
        hook.unchangedBy(() -> hook.tag(event, "0.0.7").refuses(400, EXISTS));
        assertThat(hook.versions()).isEqualTo(ONE);
        land.get("/cdn/" + module + "/versions/0.0.7/meta/meta.json").is(200, meta);
    }

    /// The module is brought up to date before its version is looked at.
    @ParameterizedTest
    @EnumSource
    void a_refused_version_still_tells_the_news_of_its_repository(Event event) {
        hook.publish("0.0.7");
        hook.saying("Changed").tag(event, "0.0.7").refuses(400, EXISTS);
        assertThat(land.get("/modules/" + module).text()).contains("Changed");
        assertThat(land.history(module)).endsWith("module.described");
    }

    @ParameterizedTest
    @EnumSource
    void a_version_under_way_is_not_asked_for_twice(Event event) {
        silent.tag(event, "1.0.0").is(200);
        silent.tag(event, "1.0.0").refuses(400, BUILDING);
        assertThat(silent.versions()).isEqualTo(NONE);
        assertThat(land.history(module)).containsOnlyOnce("module.build-queued");
    }

    @ParameterizedTest
    @EnumSource
    void a_version_that_failed_gets_a_second_build(Event event) {
        var first = hook.tag(event, "1.0.0").is(200);
        var failed = hook.awaitEnd(first);
        assertThat(failed.path("status").asString()).isEqualTo("error");
        assertThat(failed.path("message").asString())
                .isEqualTo(
                        "Failed to clone git repository %s%s at tag 1.0.0"
                                .formatted(land.repositories().toUri(), repository.fullName()));
        assertThat(hook.versions()).isEqualTo(NONE);
        repository.tag("1.0.0");
        var second = hook.tag(event, "1.0.0").is(200);
        assertThat(second.text()).isNotEqualTo(first.text());
        hook.awaitEnd(second);
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
        assertThat(land.get("/builds/" + failed.path("id").asString()).text())
                .contains("\"status\":\"error\"");
        assertThat(land.history(module)).filteredOn("module.build-queued"::equals).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_second_build_that_is_under_way_is_not_asked_for_again(Event event) {
        hook.awaitEnd(hook.tag(event, "1.0.0").is(200));
        var again = silentlyFrom(repository);
        again.tag(event, "1.0.0").is(200);
        for (int i = 0; i < 2; i++) {
            again.tag(event, "1.0.0").refuses(400, BUILDING);
        }
        assertThat(hook.versions()).isEqualTo(NONE);
        assertThat(land.history(module)).filteredOn("module.build-queued"::equals).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_repository_that_moved_goes_on_publishing(Event event) {
        hook.ping().is(200);
        var moved = moved();
        var said = moved.tag(event, "0.0.8").is(200);
        assertThat(said.json().path("data").path("repository").asString())
                .isEqualTo(moved.repository().fullName());
        var build = moved.awaitEnd(said);
        assertThat(build.path("options").path("repository").asString())
                .isEqualTo(moved.repository().fullName());
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.8\",\"versions\":[\"0.0.8\"]}");
        assertThat(land.history(module)).contains("module.moved");
    }

    @ParameterizedTest
    @EnumSource
    void a_repository_that_moved_does_not_publish_again_what_exists(Event event) {
        hook.publish("0.0.7");
        moved().tag(event, "0.0.7").refuses(400, EXISTS);
        assertThat(hook.versions()).isEqualTo(ONE);
        assertThat(land.history(module)).endsWith("module.published", "module.moved");
    }

    @ParameterizedTest
    @EnumSource
    void a_repository_that_moved_does_not_ask_twice_either(Event event) {
        silent.tag(event, "1.0.0").is(200);
        var renamed = silent.repository().called(silent.repository().owner(), "renamed");
        silent.from(renamed).tag(event, "1.0.0").refuses(400, BUILDING);
        assertThat(silent.versions()).isEqualTo(NONE);
        assertThat(land.history(module))
                .contains("module.moved")
                .containsOnlyOnce("module.build-queued");
    }

    @Test
    void the_same_delivery_again_is_the_same_build() {
        var first = hook.delivered(Event.CREATE, "0.0.7", "72d3162e").is(200);
        var again = hook.delivered(Event.CREATE, "0.0.7", "72d3162e").is(200);
        assertThat(again.text()).isEqualTo(first.text());
        hook.awaitEnd(first);
        assertThat(hook.delivered(Event.CREATE, "0.0.7", "72d3162e").text())
                .isEqualTo(first.text());
        assertThat(hook.versions()).isEqualTo(ONE);
        assertThat(land.history(module)).containsOnlyOnce("module.build-queued");
    }

    /// The same repository, which does not answer any more.
    private Hook silentlyFrom(GitRepository before) {
        var there = GitRepository.silent(land);
        return hook.from(
                new GitRepository(there.folder(), before.id(), there.owner(), there.name()));
    }

    /// The repository under another owner and name, with one more tag.
    private Hook moved() {
        var there = GitRepository.of(land).tag("0.0.7").tag("0.0.8");
        return hook.from(
                new GitRepository(there.folder(), repository.id(), there.owner(), there.name()));
    }
}
