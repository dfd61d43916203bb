package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import varve.acceptance.modules.Hook.Event;

/// Which names a tag may be published under, however the forge tells of it.
class WebhookNameTest {
    private static final String NOT_VALID = "module name is not valid";
    private static final String FORBIDDEN = "found forbidden word in module name";
    private static final String TOO_MANY =
            "Max number of modules for one %s (%d) has been reached. Please contact"
                    + " modules@deno.com if you need more.";

    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land).tag("0.0.7");
    final Hook hook = Hook.of(land, module, repository);

    @ParameterizedTest
    @EnumSource
    void no_name_is_no_module(Event event) {
        Hook.of(land, "", repository).tag(event, "0.0.7").refuses(400, "no module name specified");
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_name_is_refused(Event event) {
        var bad = Hook.of(land, "ltest-2", repository);
        bad.tag(event, "0.0.7").refuses(400, NOT_VALID);
        bad.isUnknown();
    }

    @ParameterizedTest
    @EnumSource
    void a_forbidden_name_is_refused(Event event) {
        var word = "w" + GitRepository.fresh();
        forbid(word);
        var forbidden = Hook.of(land, "my_" + word, repository);
        forbidden.tag(event, "0.0.7").refuses(400, FORBIDDEN);
        forbidden.isUnknown();
    }

    @ParameterizedTest
    @EnumSource
    void a_repository_has_three_modules(Event event) {
        for (int i = 1; i <= 3; i++) {
            Hook.of(land, module + i, repository).ping().is(200);
        }
        var fourth = Hook.of(land, module + 4, repository);
        fourth.tag(event, "0.0.7").refuses(400, TOO_MANY.formatted("repository", 3));
        fourth.isUnknown();
    }

    @ParameterizedTest
    @EnumSource
    void an_owner_has_fifteen_modules(Event event) {
        fill(15);
        var other = Hook.of(land, module, GitRepository.of(land, repository.owner(), "other"));
        other.tag(event, "0.0.7").refuses(400, TOO_MANY.formatted("user/org", 15));
        other.isUnknown();
    }

    @Test
    void another_number_may_hold_for_an_owner() {
        terms("{\"maxModules\":7}");
        fill(7);
        var eighth = Hook.of(land, module, GitRepository.of(land, repository.owner(), "other"));
        eighth.tag(Event.CREATE, "0.0.7").refuses(400, TOO_MANY.formatted("user/org", 7));
        eighth.isUnknown();
        terms("{\"maxModules\":16}");
        fill(15);
        hook.publish("0.0.7");
    }

    @ParameterizedTest
    @EnumSource
    void who_has_as_many_as_allowed_goes_on_publishing_those(Event event) {
        for (int i = 1; i <= 2; i++) {
            Hook.of(land, module + i, repository).ping().is(200);
        }
        hook.ping().is(200);
        fill(12);
        hook.awaitEnd(hook.tag(event, "0.0.7").is(200));
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
        assertThat(land.history(module)).endsWith("module.published");
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_was_there_before_the_word_was_forbidden_stays(Event event) {
        hook.ping().is(200);
        var word = module.substring("ltest_".length());
        forbid(word);
        hook.awaitEnd(hook.tag(event, "0.0.7").is(200));
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"0.0.7\",\"versions\":[\"0.0.7\"]}");
        var other = Hook.of(land, "other_" + word, repository);
        other.tag(event, "0.0.7").refuses(400, FORBIDDEN);
        other.isUnknown();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_blocked_publishes_nothing(Event event) {
        hook.ping().is(200);
        terms("{\"blocked\":true}");
        hook.unchangedBy(() ->
                hook.by("somebody")
                        .tag(event, "0.0.7")
                        .refuses(
                                400,
                                "Publishing your module failed. Please contact"
                                        + " modules@deno.com."));
    }

    @Test
    void a_group_below_another_has_terms_of_its_own() {
        var group =
                new GitRepository(
                        repository.folder(),
                        repository.id(),
                        repository.owner() + "/masts",
                        "testing");
        land.staff("PUT", "/api/admin/module-owners/" + group.owner(), "{\"maxModules\":0}")
                .is(204);
        var refused = ofGroup(group);
        refused.refuses(400, TOO_MANY.formatted("user/org", 0));
        land.staff("PUT", "/api/admin/module-owners/" + group.owner(), "{\"maxModules\":1}")
                .is(204);
        ofGroup(group).is(200);
    }

    /// A new tag, as GitLab tells of it.
    private Said ofGroup(GitRepository group) {
        var body =
                """
                {"object_kind":"tag_push","ref":"refs/tags/0.0.7","user_username":"luca",
                 "after":"82b3d5ae55f7080f1e6022629cdb57bfae7cccc7",
                 "project":{"id":17,"path_with_namespace":"%s","description":null}}
                """
                        .formatted(group.fullName());
        return land.send(
                "POST",
                "/webhook/gh/" + module,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "X-Gitlab-Event",
                "Tag Push Hook");
    }

    @ParameterizedTest
    @EnumSource
    void another_repository_does_not_publish_under_the_name(Event event) {
        hook.ping().is(200);
        hook.unchangedBy(() ->
                hook.from(GitRepository.of(land).tag("0.0.7"))
                        .tag(event, "0.0.7")
                        .refuses(409, "module name is registered to a different repository"));
    }

    /// So many modules of the owner, each from a repository of its own.
    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            var one =
                    new GitRepository(
                            repository.folder(),
                            repository.id() + 1 + i,
                            repository.owner(),
                            "testing");
            Hook.of(land, module + "_" + i, one).ping().is(200);
        }
    }

    private void terms(String json) {
        land.staff("PUT", "/api/admin/module-owners/" + repository.owner(), json).is(204);
    }

    private void forbid(String word) {
        land.staff(
                        "PUT",
                        "/api/admin/forbidden-module-words",
                        "{\"words\":[\"" + word + "\",\"frisbee\"]}")
                .is(204);
    }
}
