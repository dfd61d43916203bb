package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.ci.JobsPackage;
import varve.acceptance.ci.LocalIssuer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Auditor;
import varve.acceptance.kit.FreePorts;
import varve.acceptance.kit.Homes;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.Program;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.blobs.Bucket;
import varve.blobs.Place;
import varve.blobs.S3Blobs;
import varve.contract.Sha256;
import varve.testkit.Referee;

/// A backup is taken while the registry works, and gives back what was there.
@Tag("long")
@ExtendWith(TellsLogs.class)
class BackupTest {
    private static final String CACHED =
            "insert into varve_command.upstream_tarball (name, file, size, wanted_at)"
                    + " values ('left-pad', 'left-pad-1.0.0.tgz', 7, now()) returning name";
    private static final String KNOWN =
            "select name || ' ' || size from varve_command.upstream_tarball";

    @TempDir Path folder;

    @Test
    void what_is_restored_is_what_was_there_to_the_byte() throws Exception {
        var servers = OutsideServers.fresh();
        var backup = folder.resolve("backup");
        Map<String, List<String>> tables;
        Map<String, String> objects;
        Auditor.Tree tree;
        try (var varve = RunningVarve.start(servers.settings());
                var shelf = servers.shelf()) {
            var scope = PublishedFlags.on(varve);
            varve.api().newcomer("Mia");
            PublishedFlags.awaitDownloads(varve);
            varve.verb("backup", backup.toString()).succeeds().saying("backed up ");
            varve.verb("backup", backup.toString()).fails().saying("something in " + backup);
            assertThat(scope).isNotEmpty();
            tree = new Auditor(varve.registry()).treeOf(facts(backup));
            tables = servers.tables().dump();
            objects = objects(shelf);
        }
        var others = OutsideServers.fresh();
        try (var restored = restored(others.settings(), backup);
                var shelf = others.shelf()) {
            assertThat(others.tables().dump()).isEqualTo(tables);
            assertThat(objects(shelf)).isEqualTo(objects);
            var now = new Auditor(restored.registry()).treeOf(tree.size());
            assertThat(now.origin()).isEqualTo(tree.origin());
            assertThat(now.root()).isEqualTo(tree.root());
            assertThat(restored.api().get("/api/user").is(200).text()).contains("admin");
            restored.verb("verify").succeeds().saying(" 0 flaws");
            restored.verb("restore", backup.toString()).fails().saying("facts here already");
            restored.api().freshScope("later");
        }
    }

    @Test
    void what_no_fact_tells_of_is_restored_too_and_a_repository_in_other_hands_does_not_publish()
            throws Exception {
        var servers = OutsideServers.fresh();
        var backup = folder.resolve("backup");
        try (var github = new LocalIssuer()) {
            var trusting =
                    Map.of("VARVE_CI_ISSUERS", "github=%1$s|%1$s/keys".formatted(github.issuer()));
            JobsPackage pkg;
            try (var varve = RunningVarve.start(with(trusting, servers))) {
                pkg = JobsPackage.in(varve, varve.api().freshScope("flags"), github);
                var sent = pkg.publish(varve, "1.0.0", LocalIssuer.OWNER).is(200);
                varve.api().awaitSuccess(sent.json().path("id").asString());
                pkg.publish(varve, "1.0.1", LocalIssuer.OWNER + 1).is(403);
                assertThat(servers.tables().texts(CACHED)).hasSize(1);
                varve.verb("backup", backup.toString()).succeeds();
            }
            var others = OutsideServers.fresh();
            try (var restored = restored(with(trusting, others), backup)) {
                assertThat(others.tables().texts(KNOWN)).containsExactly("left-pad 7");
                assertThat(pkg.publish(restored, "1.0.1", LocalIssuer.OWNER + 1).is(403).text())
                        .contains("actorNotAuthorized", "belongs to another owner");
                pkg.publish(restored, "1.0.1", LocalIssuer.OWNER).is(200);
            }
        }
    }

    @Test
    void a_registry_publishes_while_it_is_backed_up_and_the_copy_holds_together() throws Exception {
        var servers = OutsideServers.fresh();
        var backup = folder.resolve("backup");
        try (var varve = RunningVarve.start(servers.settings())) {
            var scope = PublishedFlags.on(varve);
            var over = new AtomicBoolean();
            var written = CompletableFuture.supplyAsync(() -> describe(varve.api(), scope, over));
            varve.verb("backup", backup.toString()).succeeds();
            over.set(true);
            assertThat(written.get()).isPositive();
        }
        var others = OutsideServers.fresh();
        try (var restored = restored(others.settings(), backup)) {
            restored.verb("verify").succeeds().saying(" 0 flaws");
            var auditor = new Auditor(restored.registry());
            var tree = auditor.treeOf(facts(backup));
            assertThat(Referee.root(auditor.hashes(0, tree.size()))).isEqualTo(tree.root());
        }
    }

    private static int describe(Api api, String scope, AtomicBoolean over) {
        int written = 0;
        while (!over.get()) {
            api.patch("/api/scopes/" + scope, Map.of("description", "flag number " + written++))
                    .is(200);
        }
        return written;
    }

    private static Map<String, String> with(Map<String, String> others, OutsideServers servers) {
        var settings = new TreeMap<>(servers.settings());
        settings.putAll(others);
        return settings;
    }

    private static RunningVarve restored(Map<String, String> given, Path backup) {
        var home = Homes.fresh();
        int port = FreePorts.next();
        int npmPort = FreePorts.next();
        var settings = new TreeMap<>(given);
        settings.put("VARVE_HOME", home.toString());
        settings.put("VARVE_PORT", Integer.toString(port));
        settings.put("VARVE_NPM_PORT", Integer.toString(npmPort));
        Program.run(settings, Duration.ofMinutes(2), "restore", backup.toString())
                .succeeds()
                .saying("restored ");
        return RunningVarve.start(home, given, port, npmPort);
    }

    private static long facts(Path backup) throws Exception {
        try (var lines = Files.lines(backup.resolve("log.ndjson"))) {
            return lines.count();
        }
    }

    /// Hashes of everything on the shelf but what names this very registry's address and time.
    private static Map<String, String> objects(S3Blobs shelf) {
        var objects = new TreeMap<String, String>();
        for (var bucket : Set.of(Bucket.MODULES, Bucket.UPLOADS, Bucket.LAND, Bucket.LOG)) {
            var keys = new ArrayList<String>();
            shelf.list(bucket, keys::add);
            for (var key : new HashSet<>(keys)) {
                var place = new Place(bucket, key, Place.Keeping.NOT_AT_ALL);
                objects.put(bucket + " " + key, Sha256.hex(shelf.bytes(place).orElseThrow()));
            }
        }
        assertThat(objects).isNotEmpty();
        return objects;
    }
}
