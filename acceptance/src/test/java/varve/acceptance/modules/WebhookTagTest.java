package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                .endsWith("module.build-queued", "module.build-started", "module.published");
    }

    @ParameterizedTest
    @EnumSource
    void a_tag_may_come_as_a_form(Event event) {
        hook.awaitEnd(hook.form(event, "0.0.7").is(200));
        assertThat(hook.versions()).contains("0.0.7");
    }

    @ParameterizedTest
    @CsvSource({
        "create, ',\"ref\":\"main\",\"ref_type\":\"branch\"'",
        "push, ',\"ref\":\"refs/heads/main\"'",
        "push, ',\"ref\":\"refs/tags/0.0.7\",\"deleted\":true'"
    })
    void what_is_no_new_tag_registers_nothing(String event, String reference) {
        hook.send(event, reference, "", null, false).ignores("created ref is not tag");
        land.get("/modules/" + module).is(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_name_is_refused(Event event) {
        Hook.of(land, "ltest-2", repository)
                .tag(event, "0.0.7")
                .refuses(400, "module name is not valid");
    }

    @ParameterizedTest
    @EnumSource
    void a_prefix_selects_tags_and_is_cut_off(Event event) {
        hook.tag(event, "0.0.7", "?version_prefix=v")
                .ignores("ignoring event as the version does not match the version prefix");
        land.get("/modules/" + module).is(404);
        repository.tag("v1.0.0");
        hook.awaitEnd(hook.tag(event, "v1.0.0", "?version_prefix=v").is(200));
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
    }

    @ParameterizedTest
    @CsvSource({"asd/, asd/", "/asd/, asd/", "./x/../asd/, asd/", "%2Fasd%2F, asd/"})
    void a_folder_is_normalised(String given, String folder) {
        repository.file("asd/mod.ts", "export default 1;").tag("1.0.0");
        var build = hook.awaitEnd(hook.tag(Event.CREATE, "1.0.0", "?subdir=" + given).is(200));
        assertThat(build.path("options").path("subdir").asString()).isEqualTo(folder);
        assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(1);
        land.get("/x/" + module + "@1.0.0/mod.ts").is(200, "export default 1;");
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_ends_in_a_slash(Event event) {
        hook.tag(event, "0.0.7", "?subdir=asd")
                .refuses(400, "provided sub directory is not valid as it does not end with a /");
        land.get("/modules/" + module).is(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_version_exists_once(Event event) {
        hook.publish("0.0.7");
        hook.saying("Changed").tag(event, "0.0.7").refuses(400, "version already exists");
        assertThat(land.get("/modules/" + module).text()).contains("Changed");
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void a_version_is_built_by_one_build_and_after_an_error_by_another(Event event) {
        var silent = Hook.of(land, module, GitRepository.silent(land));
        var first = silent.tag(event, "1.0.0").is(200);
        silent.tag(event, "1.0.0").refuses(400, "this module version is already being published");
        assertThat(silent.awaitEnd(first).path("message").asString())
                .startsWith("Failed to clone git repository file:")
                .endsWith(" at tag 1.0.0");
        var second = silent.tag(event, "1.0.0").is(200);
        assertThat(second.text()).isNotEqualTo(first.text());
        silent.awaitEnd(second);
    }

    @Test
    void a_repository_that_moved_goes_on_publishing() {
        hook.publish("0.0.7");
        var moved = GitRepository.of(land).tag("0.0.8");
        var same = new GitRepository(moved.folder(), repository.id(), moved.owner(), moved.name());
        hook.from(same).publish("0.0.8");
        assertThat(hook.versions())
                .isEqualTo("{\"latest\":\"0.0.8\",\"versions\":[\"0.0.8\",\"0.0.7\"]}");
        hook.from(same).tag(Event.PUSH, "0.0.8").refuses(400, "version already exists");
    }

    @Test
    void an_owner_has_fifteen_modules_and_those_go_on_publishing() {
        var owner = repository.owner();
        for (int i = 0; i < 14; i++) {
            var one =
                    new GitRepository(
                            repository.folder(), repository.id() + 1 + i, owner, "testing");
            Hook.of(land, module + i, one).ping().is(200);
        }
        hook.publish("0.0.7");
        Hook.of(land, module + "_over", GitRepository.of(land, owner, "other"))
                .tag(Event.CREATE, "1.0.0")
                .refuses(
                        400,
                        "Max number of modules for one user/org (15) has been reached. Please"
                                + " contact modules@deno.com if you need more.");
        repository.tag("0.0.8");
        hook.publish("0.0.8");
    }

    @Test
    void other_limits_may_hold_for_an_owner() {
        land.staff("PUT", "/api/admin/module-owners/" + repository.owner(), "{\"maxModules\":1}")
                .is(204);
        hook.ping().is(200);
        Hook.of(land, module + "_2", GitRepository.of(land, repository.owner(), "other"))
                .tag(Event.CREATE, "1.0.0")
                .refuses(
                        400,
                        "Max number of modules for one user/org (1) has been reached. Please"
                                + " contact modules@deno.com if you need more.");
    }

    @Test
    void a_name_that_was_there_before_the_word_was_forbidden_stays() {
        hook.ping().is(200);
        var word = module.substring("ltest_".length());
        land.staff(
                        "PUT",
                        "/api/admin/forbidden-module-words",
                        "{\"words\":[\"" + word + "\",\"frisbee\"]}")
                .is(204);
        hook.publish("0.0.7");
        Hook.of(land, "other_" + word, repository)
                .tag(Event.CREATE, "0.0.7")
                .refuses(400, "found forbidden word in module name");
    }

    @Test
    void the_same_delivery_again_is_the_same_build() {
        var first = hook.delivered(Event.CREATE, "0.0.7", "72d3162e").is(200);
        var again = hook.delivered(Event.CREATE, "0.0.7", "72d3162e").is(200);
        assertThat(again.text()).isEqualTo(first.text());
        hook.awaitEnd(first);
        assertThat(hook.delivered(Event.CREATE, "0.0.7", "72d3162e").text())
                .isEqualTo(first.text());
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
        assertThat(land.history(module)).containsOnlyOnce("module.build-queued");
    }
}
