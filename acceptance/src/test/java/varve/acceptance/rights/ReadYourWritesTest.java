package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.FreePorts;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;

/// Two nodes share their servers: what one was told, the other knows as soon as the answer is
/// there.
@Tag("long")
class ReadYourWritesTest {
    private static final List<RunningVarve> NODES = new ArrayList<>();
    private static List<Api> apis;
    @TempDir Path desk;

    @BeforeAll
    static void two_nodes(@TempDir Path folder) throws Exception {
        var settings = new TreeMap<>(OutsideServers.fresh().settings());
        settings.put("VARVE_NEW_PACKAGES_PER_WEEK", "100000");
        settings.put("VARVE_PACKAGES_PER_SCOPE", "100000");
        var first = RunningVarve.start(settings);
        NODES.add(first);
        var home = Files.createDirectory(folder.resolve("second"));
        shareKeys(first.home(), home);
        NODES.add(RunningVarve.start(home, settings, FreePorts.next(), FreePorts.next()));
        var token = first.api().token();
        apis = NODES.stream().map(node -> new Api(node.registry(), token, true)).toList();
    }

    @AfterAll
    static void they_end() {
        NODES.forEach(RunningVarve::close);
    }

    @Test
    void a_hundred_packages_are_read_where_they_were_not_written() {
        assertThat(stale(100)).isEmpty();
    }

    @Test
    void a_thousand_packages_are_read_where_they_were_not_written() {
        assertThat(stale(1_000)).isEmpty();
    }

    @Test
    void a_member_of_a_private_scope_is_let_in_and_shown_out_on_both_nodes() {
        var scope = apis.getFirst().freshScope("closed");
        var nia = apis.getFirst().newcomer("Nia");
        var id = nia.get("/api/user").is(200).json().path("id").asString();
        apis.getFirst().patch("/api/scopes/" + scope, Map.of("visibility", "private")).is(200);
        var niaThere = apis.getLast().with(nia.token());

        for (int i = 0; i < 10; i++) {
            apis.getFirst()
                    .post("/api/admin/scopes/" + scope + "/members", Map.of("userId", id))
                    .is(200);
            nia.get("/api/scopes/" + scope).is(200);
            niaThere.get("/api/scopes/" + scope).is(200);
            apis.getLast().delete("/api/scopes/" + scope + "/members/" + id).is(204);
            niaThere.get("/api/scopes/" + scope).is(404);
            nia.get("/api/scopes/" + scope).is(404);
        }
    }

    /// Not a moment later: somebody may be waiting for exactly that moment.
    @Test
    void what_is_closed_on_one_node_is_closed_on_the_other_when_the_answer_is_there() {
        var scope = apis.getFirst().freshScope("door");
        var path = "/api/scopes/" + scope;
        for (int i = 0; i < 20; i++) {
            var writes = apis.get(i % 2);
            var reads = apis.get(1 - i % 2).anonymous();
            writes.patch(path, Map.of("visibility", "private")).is(200);
            reads.get(path).is(404);
            writes.patch(path, Map.of("visibility", "public")).is(200);
            reads.get(path).is(200);
        }
    }

    /// Whoever said it with npm has said it as well.
    @Test
    void what_npm_closes_on_one_node_is_closed_on_the_other_when_the_answer_is_there() {
        var token = apis.getFirst().token();
        var teams = NODES.stream().map(node -> new NpmTeam(node, desk, token)).toList();
        var scope = NpmTeam.fresh("hatch");
        var flag = "@" + scope + "/flag";
        teams.getFirst().publish(flag, "1.0.0").is(201);
        var nia = apis.getFirst().newcomer(NpmTeam.fresh("Nia"));
        var said = Map.of("user", nia.get("/api/user").is(200).json().path("name").asString());
        for (int i = 0; i < 20; i++) {
            var writes = teams.get(i % 2);
            var reads = NODES.get(1 - i % 2);
            access(writes, flag, "restricted");
            new NpmTeam(reads, desk, "").packument(flag).is(404);
            writes.send("PUT", "/-/org/" + scope + "/user", said).is(201);
            new NpmTeam(reads, desk, nia.token()).packument(flag).is(200);
            writes.send("DELETE", "/-/org/" + scope + "/user", said).is(204);
            new NpmTeam(reads, desk, nia.token()).packument(flag).is(404);
            access(writes, flag, "public");
            new NpmTeam(reads, desk, "").packument(flag).is(200);
        }
    }

    private static void access(NpmTeam team, String pkg, String to) {
        team.send("POST", "/-/package/" + pkg + "/access", Map.of("access", to)).is(201);
    }

    /// Creates on one node and asks the other at once, in turns.
    private static List<String> stale(int pairs) {
        var scope = apis.getFirst().freshScope("pairs");
        var stale = new ArrayList<String>();
        for (int i = 0; i < pairs; i++) {
            var writes = apis.get(i % 2);
            var reads = apis.get(1 - i % 2);
            var name = "p" + UUID.randomUUID().toString().substring(0, 8);
            var path = "/api/scopes/" + scope + "/packages";
            writes.post(path, Map.of("package", name)).is(200);
            if (reads.get(path + "/" + name).status() != 200) {
                stale.add(name);
            }
        }
        return stale;
    }

    /// Nodes that share their servers sign with the same keys.
    private static void shareKeys(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(ReadYourWritesTest::isKey).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static boolean isKey(Path file) {
        return file.toString().matches(".*(\\.key|\\.pem|-key)");
    }
}
