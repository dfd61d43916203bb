package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.modules.Hook.Event;

/// Two programs that share a database, a search server and storage.
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final int FILES = 5_000;

    GithubApi github;
    ChildLand first;
    ChildLand second;

    @BeforeAll
    void start() {
        github = new GithubApi();
        var shared = new TreeMap<>(OutsideServers.fresh().settings());
        shared.put("VARVE_GITHUB_API_URL", github.address().toString());
        first = ChildLand.start(shared);
        shared.putAll(first.shared());
        second = ChildLand.start(shared);
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        github.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"72d3162e-cc78-11e3-81ab-4c9367dc0958", ""})
    void one_event_told_to_both_nodes_is_one_version(String delivery) throws Exception {
        var repository = GitRepository.of(first.land()).tag("1.0.0");
        var module = Hook.freshName();
        var here = Hook.of(first.land(), module, repository);
        var there = Hook.of(second.land(), module, repository);
        List<Said> answers;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var both =
                    senders.invokeAll(
                            List.<Callable<Said>>of(
                                    () -> here.delivered(Event.CREATE, "1.0.0", delivery),
                                    () -> there.delivered(Event.CREATE, "1.0.0", delivery)));
            answers = List.of(both.get(0).get(), both.get(1).get());
        }
        if (delivery.isEmpty()) {
            assertThat(answers).extracting(Said::status).containsExactlyInAnyOrder(200, 400);
        } else {
            assertThat(answers).extracting(Said::text).hasSize(2);
            assertThat(answers.get(0).is(200).text()).isEqualTo(answers.get(1).is(200).text());
        }
        var accepted = answers.stream().filter(it -> it.status() == 200).findFirst().orElseThrow();
        assertThat(here.awaitEnd(accepted).path("status").asString()).isEqualTo("success");
        for (var hook : List.of(here, there)) {
            hook.land()
                    .awaits(() ->
                            assertThat(hook.versions())
                                    .isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}"));
            hook.land().get("/x/" + module + "@1.0.0/mod.ts").is(200);
        }
        assertThat(first.land().history(module))
                .containsOnlyOnce("module.registered")
                .containsOnlyOnce("module.build-queued")
                .containsOnlyOnce("module.published");
    }

    @Test
    void work_that_comes_round_again_is_done_by_one_of_them() {
        var repository = GitRepository.of(first.land());
        var module = Hook.freshName();
        Hook.of(first.land(), module, repository).ping().is(200);
        github.stars(repository, 7);
        var before = second.land().chore("star-counts");
        assertThat(before).endsWith("modules counted");
        assertThat(github.asked(repository)).isEqualTo(1);
        second.land()
                .awaits(() ->
                        assertThat(second.land().get("/modules/" + module).text())
                                .contains("\"star_count\":7"));
        assertThat(first.land().history(module)).endsWith("module.starred");
        first.land().chore("star-counts");
        assertThat(github.asked(repository)).isEqualTo(2);
    }

    @Test
    void what_a_killed_worker_was_publishing_the_other_publishes() throws Exception {
        var repository = GitRepository.of(first.land());
        IntStream.range(0, FILES)
                .forEach(i -> repository.file("d" + i % 50 + "/f" + i + ".txt", "" + i));
        repository.tag("1.0.0");
        var module = Hook.freshName();
        var asked = Hook.of(first.land(), module, repository).tag(Event.CREATE, "1.0.0").is(200);
        var nodes = List.of(first, second);
        var victim = new AtomicReference<ChildLand>();
        first.land()
                .awaits(() ->
                        victim.set(
                                nodes.stream()
                                        .filter(node ->
                                                node.children().stream()
                                                        .anyMatch(it -> it.endsWith("/git")))
                                        .findFirst()
                                        .orElseThrow(AssertionError::new)));
        victim.get().kill();
        var survivor = victim.get() == first ? second : first;
        var hook = Hook.of(survivor.land(), module, repository);
        var build = hook.awaitEnd(asked);
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(FILES + 1);
        assertThat(survivor.land().history(module))
                .containsOnlyOnce("module.build-queued")
                .containsOnlyOnce("module.published");
        assertThat(hook.versions()).isEqualTo("{\"latest\":\"1.0.0\",\"versions\":[\"1.0.0\"]}");
        for (int i = 0; i < FILES; i += 97) {
            survivor.land()
                    .get("/x/" + module + "@1.0.0/d" + i % 50 + "/f" + i + ".txt")
                    .is(200, "" + i);
        }
        victim.get().restart();
    }
}
