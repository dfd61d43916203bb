package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A module that is also served at the root, as the standard library was.
class AliasTest {
    private static final Path DENO = Path.of("clients", "node_modules", ".bin", "deno");

    @TempDir Path cache;

    @Test
    void a_module_may_do_without_its_x() throws Exception {
        try (var land = Land.start(Map.of("VARVE_MODULE_ALIASES", "std"))) {
            var repository =
                    GitRepository.of(land)
                            .file("fs/mod.ts", "export const moved = 'moved';\n")
                            .file("mod.ts", "import '/std@0.64.0/fs/mod.ts';\n")
                            .tag("0.63.0")
                            .tag("0.64.0");
            var hook = Hook.of(land, "std", repository);
            hook.publish("0.63.0");
            hook.publish("0.64.0");
            land.get("/std@0.63.0/fs/mod.ts").is(200, "export const moved = 'moved';\n");
            land.get("/std@0.65.0/fs/mod.ts").is(404);
            var latest = land.get("/std/fs/mod.ts").is(302);
            assertThat(latest.header("Location")).isEqualTo("/std@0.64.0/fs/mod.ts");
            assertThat(latest.header("X-Deno-Warning"))
                    .isEqualTo(
                            "Implicitly using latest version (0.64.0) for "
                                    + land.address()
                                    + "std/fs/mod.ts");
            var elsewhere = land.get("/x/std@0.63.0/fs/mod.ts").is(301);
            assertThat(elsewhere.header("Location")).isEqualTo("/std@0.63.0/fs/mod.ts");
            land.get("/stdlib/fs/mod.ts").is(404);

            var main =
                    Files.writeString(
                            cache.resolve("main.ts"),
                            "import { moved } from '%sstd/fs/mod.ts'; console.log(moved);"
                                    .formatted(land.address()));
            var program =
                    new ProcessBuilder(
                                    DENO.toAbsolutePath().toString(), "run", "-A", main.toString())
                            .redirectErrorStream(true);
            program.environment().put("DENO_DIR", cache.resolve("cache").toString());
            var process = program.start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("/std@0.64.0/fs/mod.ts")
                    .contains("moved\n");
        }
    }
}
