package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.account.NpmSignIn;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.S3Blobs;
import varve.contract.pkg.PackageRef;

/// Everything derived can be dropped and is the same again afterwards, to the byte.
@ExtendWith(TellsLogs.class)
class RebuildTest {
    private static final List<String> PROJECTIONS = List.of("tables", "search", "inspection");

    private static final String SAIL = "sail-of-old";
    private static final String MAST = "mast-of-the-erased";

    private static OutsideServers servers;
    private static RunningVarve varve;
    private static S3Blobs shelf;
    private static List<Place> lists;
    private static String scope;

    @BeforeAll
    static void much_has_happened() {
        servers = OutsideServers.fresh();
        varve = RunningVarve.start(servers.settings());
        shelf = servers.shelf();
        var luca = varve.api();
        scope = PublishedFlags.on(varve);
        var flag = Api.packagePath("@" + scope + "/flag");
        luca.patch(flag, Map.of("description", "What hangs from a mast")).is(200);
        luca.patch(flag + "/versions/1.0.0", Map.of("yanked", true)).is(204);
        luca.upload("@" + scope + "/flag", "1.1.0", new byte[] {1, 2, 3});
        luca.newcomer("Mia").post("/api/scopes", Map.of("scope", scope)).is(409);
        sail(new NpmTeam(varve, Path.of("."), luca.token()));
        mast(luca.anonymous().signedUp("mia"));
        lists =
                List.of(
                        Paths.packument(MAST, Paths.Form.FULL, Paths.Packing.PLAIN),
                        Paths.packument(SAIL, Paths.Form.FULL, Paths.Packing.PLAIN),
                        Paths.packument(SAIL, Paths.Form.INSTALL, Paths.Packing.GZIP),
                        Paths.packageMeta(PackageRef.of("@" + scope + "/cloth")),
                        packument("@" + scope + "/cloth", Paths.Form.FULL),
                        packument("@" + scope + "/cloth", Paths.Form.INSTALL),
                        Paths.packageMeta(PackageRef.of("@" + scope + "/flag")),
                        packument("@" + scope + "/flag", Paths.Form.FULL),
                        packument("@" + scope + "/flag", Paths.Form.INSTALL));
        PublishedFlags.awaitDownloads(varve);
        eventually(
                Duration.ofSeconds(10),
                () ->
                        assertThat(documents())
                                .anyMatch(entry -> !entry.contains("\"downloads\":0")));
        varve.verb("rebuild", "search").succeeds();
    }

    /// It names nobody any more.
    private static void mast(Api mia) {
        NpmSignIn.of(varve, Path.of("."), mia).publish(MAST, "1.0.0").is(201);
        var login = mia.get("/api/user").is(200).json().path("login").asString();
        mia.delete("/api/user", Map.of("password", Api.PASSWORD)).is(204);
        eventually(
                Duration.ofSeconds(10),
                () ->
                        assertThat(Web.get(varve.npm().resolve("/" + MAST)).is(200).text())
                                .doesNotContain(login));
    }

    /// It has a README, and somebody likes it.
    private static void sail(NpmTeam luca) {
        var files =
                Map.of(
                        "package.json",
                        "{\"name\":\"%s\",\"version\":\"1.0.0\"}".formatted(SAIL),
                        "README.md",
                        "# Sails\n");
        luca.put(SAIL, NpmTeam.document(SAIL, "1.0.0", Tarball.of("package/", files))).is(201);
        luca.send("PUT", "/-/user/v1/star", Map.of("name", SAIL)).is(201);
        var told = luca.packument(SAIL).is(200).json();
        assertThat(told.path("users").size()).isEqualTo(1);
        assertThat(told.path("readme").asString()).isEqualTo("# Sails\n");
    }

    private static Place packument(String pkg, Paths.Form form) {
        return Paths.packument(PackageRef.of(pkg).npmName(), form, Paths.Packing.PLAIN);
    }

    @AfterAll
    static void no_more() {
        shelf.close();
        varve.close();
    }

    /// What a registry has derived from its log.
    record Derived(
            Map<String, List<String>> tables, List<String> found, Map<String, String> lists) {}

    @ParameterizedTest
    @ValueSource(strings = {"tables", "search", "inspection"})
    void a_running_registry_rebuilds(String projection) {
        var before = derived();
        removeListsBefore(projection);
        varve.verb("rebuild", projection).succeeds().saying("rebuilt " + projection + " from ");
        assertThat(derived()).isEqualTo(before);
    }

    /// Reads, credentials and lists of others, over and over.
    @Test
    void nobody_notices_that_tables_are_rebuilt() throws Exception {
        var luca = varve.api();
        var versions = Api.packagePath("@" + scope + "/flag") + "/versions";
        var before = luca.get(versions).is(200).text();
        var list = varve.registry().resolve("/@" + scope + "/flag/meta.json");
        var over = new AtomicBoolean();
        var asked = new AtomicInteger();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                answers.add(
                        readers.submit(() -> {
                            while (!over.get()) {
                                luca.get("/api/user").is(200);
                                assertThat(luca.get(versions).is(200).text()).isEqualTo(before);
                                luca.staff().get("/api/audit?limit=1").is(200);
                                Web.get(list).is(200);
                                asked.incrementAndGet();
                            }
                        }));
            }
            try {
                for (int i = 0; i < 3; i++) {
                    varve.verb("rebuild", "tables").succeeds();
                }
            } finally {
                over.set(true);
            }
            for (var answer : answers) {
                answer.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(asked.get()).isGreaterThan(20);
    }

    @Test
    void a_registry_that_is_stopped_rebuilds_just_the_same() {
        var before = derived();
        varve.stop();
        try {
            for (var projection : PROJECTIONS) {
                removeListsBefore(projection);
                varve.verb("rebuild", projection)
                        .succeeds()
                        .saying("rebuilt " + projection + " from ");
            }
            varve.verb("verify").succeeds().saying(" 0 flaws");
        } finally {
            varve.restart();
        }
        assertThat(derived()).isEqualTo(before);
    }

    @Test
    void only_what_is_derived_can_be_rebuilt() {
        varve.verb("rebuild", "log").fails().saying("inspection").saying("search").saying("tables");
    }

    private static void removeListsBefore(String projection) {
        if (projection.equals("tables")) {
            lists.forEach(shelf::remove);
        }
    }

    private static Derived derived() {
        var bytes = new TreeMap<String, String>();
        for (var list : lists) {
            bytes.put(
                    list.key(),
                    shelf.bytes(list)
                            .map(content -> new String(content, StandardCharsets.UTF_8))
                            .orElse("missing"));
        }
        assertThat(bytes).doesNotContainValue("missing");
        var tables = servers.tables().dump();
        assertThat(tables.get("version")).hasSize(2);
        return new Derived(tables, documents(), bytes);
    }

    /// Every document of every index, whole and in order.
    private static List<String> documents() {
        var index = servers.search() + "/" + servers.searchPrefix() + "*";
        Web.ask("POST", URI.create(index + "/_refresh")).is(200);
        var found =
                Web.get(URI.create(index + "/_search?size=1000"))
                        .is(200)
                        .json()
                        .path("hits")
                        .path("hits")
                        .valueStream()
                        .map(hit -> hit.path("_id").asString() + " " + hit.path("_source"))
                        .sorted()
                        .toList();
        assertThat(found).hasSize(4);
        return found;
    }
}
