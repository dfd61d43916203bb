package varve.artifacts.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Faulted;
import varve.artifacts.Samples;

class NpmFieldsTest {
    private static final Packer PACKER = new Packer();

    @AfterAll
    static void stop() {
        PACKER.close();
    }

    @Test
    void commands_are_programs_for_node_whatever_ran_them_before() throws IOException {
        var files =
                with(
                        """
                        "bin": {"wave": "./wave.ts", "lower": "./lower.ts"}
                        """);
        files.put("/wave.ts", "#!/usr/bin/env -S deno run\nconsole.log(1 as number);\n");
        files.put("/lower.ts", "console.log(2 as number);\n");
        var unpacked = PACKER.unpacked(files);

        var manifest = new JsonMapper().readTree(unpacked.texts().get("package/package.json"));
        assertThat(manifest.path("bin").path("wave").asString()).isEqualTo("./wave.js");
        assertThat(unpacked.texts().get("package/wave.js"))
                .startsWith("#!/usr/bin/env node\nconsole.log(1);\n");
        assertThat(unpacked.texts().get("package/lower.js"))
                .startsWith("#!/usr/bin/env node\nconsole.log(2);\n");
        var map = new JsonMapper().readTree(unpacked.texts().get("package/lower.js.map"));
        assertThat(map.path("mappings").asString()).startsWith(";");
    }

    @Test
    void peers_and_engines_stand_in_the_manifest_and_peers_not_among_the_dependencies()
            throws IOException {
        var files =
                with(
                        """
                        "peerDependencies": {"react": "^18 || ^19"}, "engines": {"node": ">=20"}
                        """);
        files.put("/mod.ts", "import \"npm:react@^18\";\nimport \"npm:ms@^2\";\n");
        var text = PACKER.unpacked(files).texts().get("package/package.json");

        var manifest = new JsonMapper().readTree(text);
        assertThat(manifest.path("peerDependencies").path("react").asString())
                .isEqualTo("^18 || ^19");
        assertThat(manifest.path("engines").path("node").asString()).isEqualTo(">=20");
        assertThat(manifest.path("dependencies").propertyNames()).containsExactly("ms");
    }

    @Test
    void fields_that_npm_could_not_read_are_refused() {
        assertThatThrownBy(() -> PACKER.unpacked(with("\"bin\": \"./none.ts\"")))
                .isInstanceOf(Faulted.class)
                .hasMessageContaining("./none.ts");
        assertThatThrownBy(() -> PACKER.unpacked(with("\"engines\": {\"node\": \"\\\"\"}")))
                .isInstanceOf(Faulted.class)
                .hasMessageContaining("engines");
    }

    @Test
    void javascript_has_declarations_too() throws IOException {
        var files = with("\"engines\": {}");
        files.put("/mod.ts", "export * from \"./old.js\";\n");
        files.put(
                "/old.js",
                "/** @param {number} a */\nexport function twice(a) { return a * 2; }\n");
        var texts = PACKER.unpacked(files).texts();

        assertThat(texts.get("package/_dist/old.d.ts"))
                .contains("export function twice(a: number): number;");
        assertThat(texts.get("package/_dist/mod.d.ts")).contains("./old.js");
    }

    private static Map<String, String> with(String fields) {
        var files = Samples.of("export {};\n");
        files.put(
                "/jsr.json",
                """
                {"name": "@luca/flag", "version": "1.0.0", "license": "MIT", "exports": "./mod.ts", %s}
                """
                        .formatted(fields.strip()));
        return files;
    }
}
