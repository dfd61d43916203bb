package varve.acceptance.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Digests;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class ParallelPublishesTest {
    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void of_thirty_versions_published_at_once_none_is_lost() throws Exception {
        var luca = team(varve);
        var flag = "@" + NpmTeam.fresh("team") + "/flag";
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 30; i++) {
            var version = "1." + i + ".0";
            var document = NpmTeam.document(flag, version, NpmTeam.tarball(flag, version));
            document.put("dist-tags", Map.of("tag-" + i, version));
            wishes.add(() -> luca.put(flag, document));
        }
        atOnce(wishes).forEach(answer -> answer.is(201));

        var packument = luca.packument(flag).is(200).json();
        assertThat(packument.path("versions").size()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            assertThat(packument.path("dist-tags").path("tag-" + i).asString())
                    .isEqualTo("1." + i + ".0");
        }
        assertThat(packument.path("versions").propertyNames())
                .contains(packument.path("dist-tags").path("latest").asString());
        installs(luca, varve, flag + "@1.7.0");
    }

    @Test
    void of_twenty_that_publish_one_version_one_wins_and_its_bytes_stay() throws Exception {
        var luca = team(varve);
        var flag = NpmTeam.fresh("flag");
        var tarballs = new ArrayList<byte[]>();
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 20; i++) {
            var tarball =
                    Tarball.of(
                            "package/",
                            Map.of(
                                    "package.json",
                                    "{\"name\":\"%s\",\"version\":\"1.0.0\"}".formatted(flag),
                                    "index.js",
                                    "// number " + i));
            tarballs.add(tarball);
            wishes.add(() -> luca.put(flag, NpmTeam.document(flag, "1.0.0", tarball)));
        }
        var statuses = atOnce(wishes).stream().map(Answer::status).toList();

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(new HashSet<>(statuses)).containsExactlyInAnyOrder(201, 409);
        var winner = tarballs.get(statuses.indexOf(201));
        var dist = luca.packument(flag).json().path("versions").path("1.0.0").path("dist");
        assertThat(dist.path("integrity").asString()).isEqualTo(Digests.sha512(winner));
        assertThat(Web.get(URI.create(dist.path("tarball").asString())).is(200).bytes())
                .isEqualTo(winner);
    }

    @Test
    void a_publish_with_a_wrong_shasum_leaves_nothing_and_its_corrected_retry_succeeds() {
        var luca = team(varve);
        var flag = NpmTeam.fresh("flag");
        var tarball = NpmTeam.tarball(flag, "1.0.0");
        var wrong = NpmTeam.document(flag, "1.0.0", tarball);
        var manifest =
                Map.of(
                        "name",
                        flag,
                        "version",
                        "1.0.0",
                        "dist",
                        Map.of("shasum", Digests.sha1(new byte[1])));
        wrong.put("versions", Map.of("1.0.0", manifest));

        luca.put(flag, wrong).is(400);
        luca.packument(flag).is(404);
        luca.get("/" + flag + "/-/" + flag + "-1.0.0.tgz").is(404);
        varve.api().with(luca.token()).get("/api/scopes/~" + flag).is(404);

        luca.put(flag, NpmTeam.document(flag, "1.0.0", tarball)).is(201);
        installs(luca, varve, flag + "@1.0.0");
    }

    @Test
    @Tag("long")
    void what_was_acknowledged_before_a_kill_installs_after_it() throws Exception {
        try (var own = RunningVarve.start(Map.of())) {
            var luca = team(own);
            var acknowledged = new ConcurrentLinkedQueue<String>();
            var next = new AtomicInteger();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    threads.submit(() -> publishUntilKilled(luca, next, acknowledged));
                }
                while (acknowledged.size() < 90) {
                    Thread.onSpinWait();
                }
                own.kill();
            }
            assertThat(acknowledged).hasSizeBetween(90, 199);

            own.restart();
            var wanted = new LinkedHashMap<String, String>();
            for (var name : acknowledged) {
                var dist = luca.packument(name).is(200).json().path("versions").path("1.0.0");
                var tarball = URI.create(dist.path("dist").path("tarball").asString());
                assertThat(Digests.sha1(Web.get(tarball).is(200).bytes()))
                        .isEqualTo(dist.path("dist").path("shasum").asString());
                wanted.put(name, "1.0.0");
            }
            var project = luca.project(wanted.keySet().toArray(String[]::new));
            Clients.of(own, folder).from(own.npm()).npm(project, "install").succeeds();
            Clients.of(own, folder)
                    .node(project, "main.js")
                    .succeeds()
                    .saying(
                            acknowledged.stream()
                                    .map(name -> name + "@1.0.0")
                                    .toArray(String[]::new));
            own.verb("verify").succeeds().saying(" 0 flaws");
        }
    }

    /// Of 200 in all, the one being published when the registry ends gets no answer.
    private static void publishUntilKilled(
            NpmTeam luca, AtomicInteger next, ConcurrentLinkedQueue<String> acknowledged) {
        for (int i = next.getAndIncrement(); i < 200; i = next.getAndIncrement()) {
            var name = NpmTeam.fresh("flag-" + i);
            try {
                if (luca.publish(name, "1.0.0").status() == 201) {
                    acknowledged.add(name);
                }
            } catch (UncheckedIOException _) {
                return;
            }
        }
    }

    private void installs(NpmTeam team, RunningVarve from, String wanted) {
        var name = wanted.substring(0, wanted.lastIndexOf('@'));
        var project = team.project(name);
        var clients = Clients.of(from, folder).from(from.npm());
        clients.npm(project, "install", wanted).succeeds();
        clients.node(project, "main.js").succeeds().saying(wanted);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> wishes) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private NpmTeam team(RunningVarve on) {
        return new NpmTeam(on, folder, on.api().newcomer("Luca").token());
    }
}
