package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleImportTest {
    private static final Path DENO = Path.of("clients", "node_modules", ".bin", "deno");

    @TempDir Path cache;

    final Land land = Land.shared();
    final String cloth = Hook.freshName();
    final String flag = Hook.freshName();

    @Test
    void deno_runs_modules_that_import_one_another() throws Exception {
        publish();
        var address = land.address() + "x/" + flag + "@1.0.0/mod.ts";
        assertThat(deno("cache", address)).contains("/x/" + cloth + "@v1.0.0/mod.ts");
        assertThat(deno("run", "--cached-only", address)).contains("a flag of red cloth");
    }

    @Test
    void deno_is_led_to_the_latest_version_and_warned() throws Exception {
        publish();
        var address = land.address() + "x/" + flag + "/mod.ts";
        assertThat(deno("run", address))
                .contains("Implicitly using latest version (1.0.0) for " + address)
                .contains("a flag of red cloth");
        var said = land.get("/x/" + flag + "/mod.ts").is(302);
        assertThat(said.header("Location")).isEqualTo("/x/" + flag + "@1.0.0/mod.ts");
        assertThat(said.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void what_is_not_there_is_told_apart() {
        land.get("/x/" + flag + "/mod.ts").is(404, "The module '" + flag + "' does not exist");
        Hook.of(land, flag, GitRepository.of(land)).ping().is(200);
        land.get("/x/" + flag + "/mod.ts")
                .is(404, "The module '" + flag + "' has no latest version.");
        land.get("/x/" + flag + "@1.0.0/mod.ts").is(404);
    }

    @Test
    void a_version_may_contain_slashes() {
        var repository = GitRepository.of(land).tag("release/1.0");
        Hook.of(land, flag, repository).publish("release/1.0");
        land.get("/x/" + flag + "@release/1.0/mod.ts").is(200);
        land.get("/x/" + flag + "@release%2F1.0/mod.ts").is(200);
        assertThat(land.get("/x/" + flag + "/mod.ts").header("Location"))
                .isEqualTo("/x/" + flag + "@release/1.0/mod.ts");
    }

    private void publish() {
        var weaver = GitRepository.of(land).file("mod.ts", "export const cloth = 'red cloth';\n");
        Hook.of(land, cloth, weaver.tag("v1.0.0")).publish("v1.0.0");
        var maker =
                GitRepository.of(land)
                        .file(
                                "mod.ts",
                                "import { flag } from './lib/flag.ts';\nconsole.log(flag);\n")
                        .file(
                                "lib/flag.ts",
                                """
                                import { cloth } from "%sx/%s@v1.0.0/mod.ts";
                                export const flag: string = `a flag of ${cloth}`;
                                """
                                        .formatted(land.address(), cloth));
        Hook.of(land, flag, maker.tag("1.0.0")).publish("1.0.0");
    }

    private String deno(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(DENO.toAbsolutePath().toString()));
        command.addAll(List.of(words));
        var program = new ProcessBuilder(command).directory(cache.toFile());
        program.environment().put("DENO_DIR", cache.toString());
        program.environment().put("DENO_NO_UPDATE_CHECK", "1");
        program.environment().put("NO_COLOR", "1");
        var process = program.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
