package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a module's code leads to, and who imports it.
class DependencyGraphTest {
    private static final Path DENO = Path.of("clients", "node_modules", ".bin", "deno");

    @TempDir Path cache;

    final Land land = Land.shared();
    final String cloth = Hook.freshName();
    final String flag = Hook.freshName();
    final GitRepository repository = GitRepository.of(land);
    final Hook hook = Hook.of(land, flag, repository);

    @Test
    void the_graph_is_the_one_that_deno_finds() throws Exception {
        publishCloth();
        repository
                .file("mod.ts", "export * from './lib/flag.ts';\nexport * from './a%20b.ts';\n")
                .file(
                        "a b.ts",
                        "export const blank = await import('./data.json', { with: { type: 'json' } });\n")
                .file("data.json", "{}")
                .file("fixtures/%.ts", "import '../mod.ts';\n")
                .file("view.tsx", "export const view = <b/>;\n")
                .file("tool.mts", "export default 1;\n")
                .file("README.md", "import nothing\n")
                .file(
                        "lib/flag.ts",
                        "import { cloth } from '%s';\nexport { cloth };\n"
                                .formatted(address(cloth, "1.0.0", "/mod.ts")))
                .tag("1.0.0");
        var build = hook.publish("1.0.0");
        assertThat(build.path("message").asString()).isEqualTo("Published module.");
        assertThat(land.history(flag))
                .endsWith(
                        "module.analysis-started", "module.published", "module.dependencies-found");

        var deps = land.get("/cdn/" + flag + "/versions/1.0.0/meta/deps_v2.json").is(200);
        assertThat(deps.header("Cache-Control")).isEqualTo("max-age=10, must-revalidate");
        assertThat(deps.header("Content-Type")).isEqualTo("application/json");
        var nodes = deps.json().path("graph").path("nodes");
        assertThat(nodes.propertyNames())
                .containsExactlyInAnyOrder(
                        address(cloth, "1.0.0", "/mod.ts"),
                        address(flag, "1.0.0", "/a%20b.ts"),
                        address(flag, "1.0.0", "/data.json"),
                        address(flag, "1.0.0", "/fixtures/%25.ts"),
                        address(flag, "1.0.0", "/lib/flag.ts"),
                        address(flag, "1.0.0", "/mod.ts"),
                        address(flag, "1.0.0", "/view.tsx"));
        for (var root : List.of("/mod.ts", "/fixtures/%25.ts")) {
            for (var module : info(address(flag, "1.0.0", root)).path("modules")) {
                var node = nodes.path(module.path("specifier").asString());
                assertThat(node.path("size").asLong()).isEqualTo(module.path("size").asLong());
                assertThat(texts(node.path("deps")))
                        .as(module.toString())
                        .isEqualTo(
                                module.path("dependencies")
                                        .valueStream()
                                        .map(it -> it.path("code").path("specifier").asString())
                                        .distinct()
                                        .toList());
            }
        }
    }

    @Test
    void a_module_knows_who_imports_it() {
        publishCloth();
        repository
                .file(
                        "mod.ts",
                        """
                        import "%sx/%s@1.0.0/mod.ts";
                        import "%sx/%s/mod.ts";
                        import "https://deno.land/std@0.64.0/fs/mod.ts";
                        import "npm:left-pad@1.3.0";
                        import "./other.ts";
                        """
                                .formatted(land.address(), cloth, land.address(), cloth))
                .file("other.ts", "")
                .tag("1.0.0");
        hook.publish("1.0.0");
        var used = metrics("/x").path("mods").path(cloth);
        assertThat(used.toString())
                .isEqualTo(
                        ("{\"count\":2,\"dependents\":[\"%1$s\"],\"dependent_versions\":"
                                        + "[\"%1$s@1.0.0\"],\"versions\":{\"$$unpinned$$\":1,"
                                        + "\"1.0.0\":1}}")
                                .formatted(flag));
        assertThat(metrics("/std").path("mods").path("std").path("dependents").toString())
                .contains(flag);
        assertThat(metrics("/npm").path("mods").path("left-pad").path("versions").toString())
                .contains("1.3.0");
        assertThat(metrics("").isMissingNode()).isFalse();
        land.get("/v2/metrics/dependencies/nowhere").is(404);
        assertThat(land.get("/x/" + cloth, "Accept", "text/html").text()).contains("/x/" + flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import './missing.ts';",
                "import 'bare';",
                "import from from from",
                "import '%sx/nobody@1.0.0/mod.ts';"
            })
    void code_that_leads_nowhere_is_published_without_a_graph(String code) {
        repository.file("mod.ts", code.formatted(land.address())).tag("1.0.0");
        var build = hook.publish("1.0.0");
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(build.path("message").asString())
                .isEqualTo("Published module. Failed to run dependency analysis v2.");
        land.get("/cdn/" + flag + "/versions/1.0.0/meta/deps_v2.json").is(404);
        land.get("/x/" + flag + "@1.0.0/mod.ts").is(200);
    }

    private void publishCloth() {
        var weaver = GitRepository.of(land).file("mod.ts", "export const cloth = 'red cloth';\n");
        Hook.of(land, cloth, weaver.tag("1.0.0")).publish("1.0.0");
    }

    private String address(String module, String version, String path) {
        return land.address() + "x/" + module + "@" + version + path;
    }

    private JsonNode metrics(String source) {
        return land.get("/v2/metrics/dependencies" + source).is(200).json().path("items").path(0);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(it -> it.asString()).toList();
    }

    private JsonNode info(String address) throws Exception {
        var program =
                new ProcessBuilder(
                        DENO.toAbsolutePath().toString(), "info", "--json", "--no-config", address);
        program.environment().put("DENO_DIR", cache.toString());
        program.environment().put("DENO_NO_UPDATE_CHECK", "1");
        var process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Said.JSON.readTree(output);
    }
}
