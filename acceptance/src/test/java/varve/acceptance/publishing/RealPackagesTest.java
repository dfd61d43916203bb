package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.OutsideNpm;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Packages that others publish to JSR, as npm clients get them from here: every entry point
/// exports in Node.js what it exports in Deno, the declarations are those that TypeScript makes,
/// and TypeScript accepts a program that uses them all. `VARVE_REAL` names a folder with working
/// copies of the repositories that [RealPackage#all] names; the table is left in
/// `target/real-packages.md`.
@Tag("long")
@ExtendWith(TellsLogs.class)
class RealPackagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_LEAST = 60;
    private static final Path TABLE = Path.of("target", "real-packages.md");
    private static final String NOT_GIVEN =
            "NOT RUN: VARVE_REAL does not name a folder of working copies";

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void node_sees_what_deno_sees_and_typescript_accepts_it() throws Exception {
        var given = System.getenv("VARVE_REAL");
        assumeTrue(given != null && Files.exists(Path.of(given, "std", "deno.json")), NOT_GIVEN);
        var all = RealPackage.all(Path.of(given), folder.resolve("copies"));
        var npm = OutsideNpm.ofThisMachine();
        var clients = Clients.of(varve, folder).from(npm).knowing(trust());
        var refused = published(all, clients);
        var packages = all.stream().filter(each -> !refused.containsKey(each.name())).toList();
        var entries = entries(packages);
        var inDeno = ExportedNames.inDeno(Workspace.in(folder, "in-deno"), entries, clients);
        var project = installed(packages, clients);
        var inNode = ExportedNames.inNode(project, entries.keySet(), clients);
        var declarations = Declarations.compared(project, packages, clients);
        var consumer = new Consumer(project, entries.keySet(), clients);
        var table =
                new RealTable(
                        packages,
                        entries,
                        inDeno,
                        inNode,
                        declarations,
                        consumer.complaints("nodenext", "nodenext"),
                        consumer.complaints("esnext", "bundler"));
        Files.writeString(TABLE, table.text());
        System.out.println(table.text());

        int modules =
                new GraphSeenByDeno(varve, folder, npm, trust()).isTheSameForAll(entries.values());
        System.out.printf("%d modules, the same with and without the module graph%n", modules);
        assertThat(refused).isEmpty();
        assertThat(packages).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(table.otherNames()).isEmpty();
        assertThat(table.complaints()).isEmpty();
        assertThat(declarations.unexplained()).isEmpty();
    }

    /// Clients are to trust whom this machine trusts.
    private static Map<String, String> trust() {
        var authorities = System.getenv("NODE_EXTRA_CA_CERTS");
        return authorities == null
                ? Map.of()
                : Map.of("DENO_TLS_CA_STORE", "system", "NODE_EXTRA_CA_CERTS", authorities);
    }

    /// @return what Deno said where a package was refused, by its name
    private Map<String, String> published(List<RealPackage> packages, Clients clients) {
        var staff = varve.api();
        var refused = new TreeMap<String, String>();
        for (var each : packages) {
            if (staff.get("/api/scopes/" + each.scope()).status() == 404) {
                staff.createScope(each.scope());
            }
            var path = "/api/scopes/" + each.scope() + "/packages/" + each.bareName();
            if (staff.get(path).status() == 404) {
                staff.createPackage(each.name());
            }
            var words =
                    List.of("--no-check", "--allow-slow-types", "--set-version", each.version());
            var run =
                    clients.publish(each.workspace(), staff.token(), words.toArray(String[]::new));
            if (run.exitCode() != 0) {
                refused.put(each.name(), run.output());
            }
        }
        return refused;
    }

    /// @return specifiers for Deno by the name for npm
    private Map<String, String> entries(List<RealPackage> packages) {
        var entries = new TreeMap<String, String>();
        for (var each : packages) {
            var path = "/" + each.name() + "/" + each.version() + "_meta.json";
            var meta = Web.get(varve.registry().resolve(path), "Accept", "*/*").is(200).json();
            for (var key : meta.path("exports").propertyNames()) {
                var below = key.substring(1);
                entries.put(
                        each.name() + below, "jsr:" + each.name() + "@" + each.version() + below);
            }
        }
        return entries;
    }

    private Workspace installed(List<RealPackage> packages, Clients clients) throws IOException {
        var dependencies = new TreeMap<String, String>();
        packages.forEach(each ->
                dependencies.put(each.name(), "npm:" + each.npmName() + "@" + each.version()));
        var project =
                Workspace.in(folder, "in-node")
                        .file(".npmrc", "@jsr:registry=%s\n".formatted(varve.npm()))
                        .file(
                                "package.json",
                                JSON.writeValueAsString(
                                        Map.of("type", "module", "dependencies", dependencies)));
        clients.npm(project, "install").succeeds();
        return project;
    }
}
