package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.modules.Hook.Event;

class WebhookTagTest {
    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land).tag("0.0.7");
    final Hook hook = Hook.of(land, module, repository);

    @ParameterizedTest
    @EnumSource
    void a_tag_is_published(Event event) {
        var said = hook.tag(event, "0.0.7").is(200);
        var data = said.json().path("data");
        assertThat(data.path("module").asString()).isEqualTo(module);
        assertThat(data.path("version").asString()).isEqualTo("0.0.7");
        assertThat(data.path("repository").asString()).isEqualTo(repository.fullName());
        assertThat(data.path("status_url").asString())
                .matches(land.address() + "status/[0-9a-f]{24}");
        assertThat(hook.awaitEnd(said).path("message").asString()).isEqualTo("Published module.");
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
        assertThat(land.history(module))
                .endsWith(
                        "module.build-queued",
                        "module.build-started",
                        "module.analysis-started",
                        "module.published");
    }

    @ParameterizedTest
    @EnumSource
    void a_tag_may_come_as_a_form(Event event) {
        var build = hook.awaitEnd(hook.form(event, "0.0.7").is(200));
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
        assertThat(land.history(module)).endsWith("module.published");
    }

    @ParameterizedTest
    @CsvSource({
        "create, ',\"ref\":\"main\",\"ref_type\":\"branch\"'",
        "push, ',\"ref\":\"refs/heads/main\"'",
        "push, ',\"ref\":\"refs/tags/0.0.7\",\"deleted\":true'"
    })
    void what_is_no_new_tag_registers_nothing(String event, String reference) {
        hook.send(event, reference, "", null, false).ignores("created ref is not tag");
        hook.isUnknown();
    }

    @ParameterizedTest
    @EnumSource
    void a_prefix_selects_tags_and_is_cut_off(Event event) {
        hook.tag(event, "0.0.7", "?version_prefix=v")
                .ignores("ignoring event as the version does not match the version prefix");
        hook.isUnknown();
        repository.tag("v1.0.0");
        hook.awaitEnd(hook.tag(event, "v1.0.0", "?version_prefix=v").is(200));
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, asd/, asd/",
        "CREATE, /asd/, asd/",
        "CREATE, ./x/../asd/, asd/",
        "CREATE, %2Fasd%2F, asd/",
        "PUSH, asd/, asd/",
        "PUSH, /asd/, asd/",
        "PUSH, ./x/../asd/, asd/"
    })
    void a_folder_is_normalised(Event event, String given, String folder) {
        repository.file("asd/mod.ts", "export default 1;").tag("1.0.0");
        var build = hook.awaitEnd(hook.tag(event, "1.0.0", "?subdir=" + given).is(200));
        assertThat(build.path("options").path("subdir").asString()).isEqualTo(folder);
        assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(1);
        land.get("/x/" + module + "@1.0.0/mod.ts").is(200, "export default 1;");
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_ends_in_a_slash(Event event) {
        hook.tag(event, "0.0.7", "?subdir=asd")
                .refuses(400, "provided sub directory is not valid as it does not end with a /");
        hook.isUnknown();
    }
}
