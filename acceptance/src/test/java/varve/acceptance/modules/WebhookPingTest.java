package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WebhookPingTest {
    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land);
    final Hook hook = Hook.of(land, module, repository);

    @Test
    void a_ping_registers_the_module_with_an_empty_list() {
        hook.ping()
                .is(
                        200,
                        "{\"success\":true,\"data\":{\"module\":\"%s\",\"repository\":\"%s\"}}"
                                .formatted(module, repository.fullName()));
        land.get("/modules/" + module)
                .is(
                        200,
                        ("{\"success\":true,\"data\":{\"name\":\"%s\",\"description\":\"Move"
                                        + " along, just for testing\",\"star_count\":2}}")
                                .formatted(module));
        assertThat(hook.versions()).isEqualTo("{\"latest\":null,\"versions\":[]}");
        assertThat(land.shelf(module)).containsExactly(module + "/meta/versions.json");
        assertThat(land.history(module))
                .containsExactly("module.registered", "module.described", "module.starred");
    }

    @Test
    void a_ping_takes_nothing_away_from_what_was_published() {
        repository.tag("1.0.0");
        hook.publish("1.0.0");
        hook.unchangedBy(() -> hook.ping().is(200));
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
    }

    @Test
    void a_form_may_name_its_characters() {
        var body = "payload=" + URLEncoder.encode(hook.json(""), StandardCharsets.UTF_8);
        land.send(
                        "POST",
                        "/webhook/gh/" + module,
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded; charset=utf-8",
                        "X-GitHub-Event",
                        "ping")
                .is(200);
        assertThat(land.history(module)).startsWith("module.registered");
    }

    @Test
    void a_ping_may_come_as_a_form() {
        hook.pingForm()
                .is(
                        200,
                        "{\"success\":true,\"data\":{\"module\":\"%s\",\"repository\":\"%s\"}}"
                                .formatted(module, repository.fullName()));
        land.get("/modules/" + module).is(200);
        assertThat(hook.versions()).isEqualTo("{\"latest\":null,\"versions\":[]}");
        assertThat(land.history(module)).startsWith("module.registered");
    }

    @Test
    void no_name_is_no_module() {
        Hook.of(land, "", repository).ping().refuses(400, "no module name specified");
    }

    @Test
    void a_bad_name_is_refused() {
        var bad = Hook.of(land, "ltest-2", repository);
        bad.ping().refuses(400, "module name is not valid");
        bad.isUnknown();
    }

    @Test
    void a_forbidden_name_is_refused() {
        land.staff("PUT", "/api/admin/forbidden-module-words", "{\"words\":[\"frisbee\",\"\"]}")
                .is(204);
        var forbidden = Hook.of(land, "frisbee", repository);
        forbidden.ping().refuses(400, "found forbidden word in module name");
        forbidden.isUnknown();
        for (var fine : List.of("frisbees_", "_my_", "a__b_")) {
            Hook.of(land, fine + GitRepository.fresh(), GitRepository.of(land)).ping().is(200);
        }
    }

    @Test
    void a_repository_has_three_modules() {
        for (int i = 1; i <= 3; i++) {
            Hook.of(land, module + i, repository).ping().is(200);
        }
        var fourth = Hook.of(land, module + 4, repository);
        fourth.ping()
                .refuses(
                        400,
                        "Max number of modules for one repository (3) has been reached. Please"
                                + " contact modules@deno.com if you need more.");
        fourth.isUnknown();
    }

    @Test
    void a_repository_that_was_renamed_keeps_its_modules() {
        hook.ping().is(200);
        hook.from(repository.called(repository.owner(), "renamed"))
                .ping()
                .is(
                        200,
                        "{\"success\":true,\"data\":{\"module\":\"%s\",\"repository\":\"%s/renamed\"}}"
                                .formatted(module, repository.owner()));
        assertThat(land.history(module))
                .containsExactly(
                        "module.registered", "module.described", "module.starred", "module.moved");
        assertThat(hook.versions()).isEqualTo("{\"latest\":null,\"versions\":[]}");
    }

    @Test
    void another_repository_does_not_get_the_name() {
        hook.ping().is(200);
        var thief = hook.from(GitRepository.of(land)).saying("Mine now");
        hook.unchangedBy(() ->
                thief.ping().refuses(409, "module name is registered to a different repository"));
    }

    @Test
    void the_spelling_of_the_owner_follows_the_forge() {
        hook.ping().is(200);
        var shouted = repository.called(repository.owner().toUpperCase(Locale.ROOT), "Testing");
        hook.from(shouted)
                .ping()
                .is(
                        200,
                        "{\"success\":true,\"data\":{\"module\":\"%s\",\"repository\":\"%s\"}}"
                                .formatted(module, shouted.fullName()));
        assertThat(land.history(module)).endsWith("module.moved");
    }

    @Test
    void whoever_is_blocked_registers_nothing() {
        var text = "Publishing your module failed. Please contact modules@deno.com.";
        land.staff("PUT", "/api/admin/module-owners/" + repository.owner(), "{\"blocked\":true}")
                .is(204);
        hook.by("somebody").ping().refuses(400, text);
        Hook.of(land, module, GitRepository.of(land))
                .by(repository.owner())
                .ping()
                .refuses(400, text);
        hook.isUnknown();
    }

    @Test
    void whoever_is_blocked_changes_nothing_of_what_they_have() {
        hook.ping().is(200);
        land.staff("PUT", "/api/admin/module-owners/" + repository.owner(), "{\"blocked\":true}")
                .is(204);
        hook.unchangedBy(() ->
                hook.saying("Still here")
                        .ping()
                        .refuses(
                                400,
                                "Publishing your module failed. Please contact"
                                        + " modules@deno.com."));
    }

    @Test
    void a_folder_is_checked_on_a_ping_too() {
        hook.ping("?subdir=asd")
                .refuses(400, "provided sub directory is not valid as it does not end with a /");
        hook.ping("?subdir=asd/").is(200);
    }

    @Test
    void what_is_no_webhook_is_told_so() {
        var path = "/webhook/gh/" + module;
        land.send("POST", path, "{}".getBytes(), "Content-Type", "text/plain")
                .refuses(400, "content-type is not json or x-www-form-urlencoded");
        land.send("POST", path, new byte[0], "Content-Type", "application/json")
                .ignores("not a ping, or create event");
        land.send(
                        "POST",
                        path,
                        new byte[0],
                        "Content-Type",
                        "application/json",
                        "X-GitHub-Event",
                        "ping")
                .refuses(400, "no body provided");
        hook.send("star", "", "", null, false).ignores("not a ping, or create event");
    }
}
