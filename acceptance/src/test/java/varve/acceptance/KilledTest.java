package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TablesOf;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// `kill -9` in the middle of a publish: the next start brings it to its end.
@ExtendWith(TellsLogs.class)
class KilledTest {
    private static final int MODULES = 300;

    private final RunningVarve varve = Shared.varve();
    private Api luca;
    private String pkg;
    @TempDir Path folder;

    @BeforeEach
    void luca_has_a_package() {
        luca = varve.api();
        pkg = "@" + luca.freshScope("luca") + "/fleet";
        luca.createPackage(pkg);
    }

    @Test
    void an_upload_that_was_accepted_a_moment_before_is_published_after_the_next_start() {
        var task = luca.upload(pkg, "1.0.0", fleet()).is(200).json();
        varve.kill();
        assertThat(task.path("status").asString()).isEqualTo("pending");

        varve.restart();
        luca.awaitSuccess(task.path("id").asString());
        everything_of_the_version_is_there();
    }

    @Test
    void an_inspection_that_was_under_way_is_done_again_after_the_next_start() {
        var task = luca.upload(pkg, "1.0.0", fleet()).is(200).json().path("id").asString();
        var tables = TablesOf.embeddedIn(varve.home());
        eventually(Duration.ofSeconds(20), () -> assertThat(tables.underInspection(task)).isTrue());
        varve.kill();

        varve.restart();
        luca.awaitSuccess(task);
        everything_of_the_version_is_there();
    }

    private void everything_of_the_version_is_there() {
        var root = varve.registry().resolve("/" + pkg + "/");
        var list = Web.get(root.resolve("meta.json")).is(200).json();
        assertThat(list.path("versions").propertyNames()).containsExactly("1.0.0");
        var manifest = Web.get(root.resolve("1.0.0_meta.json")).is(200).json().path("manifest");
        assertThat(manifest.propertyNames()).hasSize(MODULES + 2);
        manifest.propertyNames().forEach(path -> Web.get(root.resolve("1.0.0" + path)).is(200));

        var npm = "/@jsr/" + pkg.substring(1).replace("/", "__");
        var packument = Web.get(varve.npm().resolve(npm)).is(200).json();
        var tarball = packument.path("versions").path("1.0.0").path("dist").path("tarball");
        Web.get(URI.create(tarball.asString())).is(200);

        varve.verb("verify").succeeds().saying(" 0 flaws");
        var program =
                Workspace.in(folder, "program")
                        .file("deno.json", "{\"minimumDependencyAge\":\"0\"}")
                        .file("main.ts", "console.log((await import(\"jsr:" + pkg + "\")).ships);");
        Clients.of(varve, folder).deno(program, "run", "main.ts").succeeds().saying("" + MODULES);
    }

    /// Enough to keep an inspector busy for a moment.
    private byte[] fleet() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "deno.json",
                """
                {"name":"%s","version":"1.0.0","license":"MIT","exports":"./mod.ts"}
                """
                        .formatted(pkg));
        var mod = new StringBuilder();
        for (int i = 0; i < MODULES; i++) {
            files.put("ship" + i + ".ts", ship(i));
            mod.append("export * from \"./ship%1$d.ts\";%n".formatted(i));
        }
        files.put(
                "mod.ts",
                mod + "/** How many. */\nexport const ships: number = " + MODULES + ";\n");
        return Tarball.of("./", files);
    }

    private static String ship(int i) {
        return """
        /** Ship %1$d. */
        export interface Ship%1$d { name: string; masts: number }
        /** Launches it. */
        export function launch%1$d(name: string): Ship%1$d { return { name, masts: %1$d }; }
        """
                .formatted(i);
    }
}
