package varve.artifacts.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static varve.artifacts.Fault.GRAPH_ERROR;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.artifacts.Faulted;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.Contents.Registry;

class GraphBuilderTest {
    private static final Graphs GRAPHS = new Graphs();

    @AfterAll
    static void stop() {
        GRAPHS.close();
    }

    @Test
    void follows_every_kind_of_reference() throws IOException {
        var graph =
                GRAPHS.of(
                        Map.of(
                                "/mod.ts",
                                """
                                /// <reference path="./path.d.ts" />
                                /// <reference types="./types.d.ts" />
                                import "./static.js";
                                export * from "./reexport.ts";
                                import type { T } from "./type.mts";
                                await import("./dynamic.tsx");
                                await import(`./template.jsx`);
                                export type U = import("./import_type.ts").U;
                                // @ts-types="./js.d.ts"
                                import "./js.mjs";
                                import "jsr:@luca/flag@^1.0.0/sub";
                                """,
                                "/path.d.ts",
                                "",
                                "/types.d.ts",
                                "",
                                "/static.js",
                                "// @ts-self-types=\"./self.d.ts\"",
                                "/self.d.ts",
                                "",
                                "/reexport.ts",
                                ""),
                        Map.of(
                                "/type.mts",
                                "export type T = 1;",
                                "/dynamic.tsx",
                                "export default <b/>;",
                                "/template.jsx",
                                "",
                                "/import_type.ts",
                                "export type U = 1;",
                                "/js.d.ts",
                                "",
                                "/js.mjs",
                                "",
                                "/sub.ts",
                                ""));

        assertThat(graph.modules())
                .extracting(module -> module.path().text())
                .containsExactlyInAnyOrder(
                        "/mod.ts",
                        "/path.d.ts",
                        "/types.d.ts",
                        "/static.js",
                        "/self.d.ts",
                        "/reexport.ts",
                        "/type.mts",
                        "/dynamic.tsx",
                        "/template.jsx",
                        "/import_type.ts",
                        "/js.d.ts",
                        "/js.mjs",
                        "/sub.ts");
    }

    @Test
    void lists_each_dependency_once_as_written() throws IOException {
        var graph =
                GRAPHS.of(
                        """
                        import "jsr:@std/path@^1.0.0/posix";
                        import "jsr:/@std/path@^1.0.0/posix";
                        import "npm:@types/node@22";
                        import "npm:ms@1%20-%202";
                        await import("jsr:@std/fs@1");
                        import "jsr:@luca/flag@^9";
                        """);

        assertThat(graph.dependencies())
                .containsExactly(
                        new Dependency(Registry.JSR, "@std/path", "^1.0.0", "posix"),
                        new Dependency(Registry.NPM, "@types/node", "22", ""),
                        new Dependency(Registry.NPM, "ms", "1 - 2", ""),
                        new Dependency(Registry.JSR, "@std/fs", "1", ""),
                        new Dependency(Registry.JSR, "@luca/flag", "^9", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import 'node:fs'; import 'bun:test'; import 'virtual:x'; import 'cloudflare:x';",
                "import 'data:text/javascript,export%20{}';",
                "await import('./missing.ts'); await import('./broken.ts');",
                "await import(location.href);",
                "import a from './data.json' with { type: 'json' }; a;",
                "import a from './data.json' with { type: 'text' }; a;",
                "const a = await import('./data.json', { with: { type: 'json' } });",
                "/* /// <reference lib=\"dom\" /> */",
                "/// <reference lib=\"dom\" /> and more",
                "export {};\n/// <reference lib=\"dom\" />",
                "declare namespace Flag { export const a: 1; }",
                "import '/sub.ts'; import '../../sub.ts';",
                "export const a = 'declare global {}';",
                "using a = null;",
            })
    void allows(String text) throws IOException {
        assertThat(GRAPHS.of(text).modules()).isNotEmpty();
    }

    @Test
    void what_no_export_reaches_is_not_looked_at() throws IOException {
        assertThat(GRAPHS.of("export {};").modules())
                .extracting(module -> module.path().text())
                .containsExactly("/mod.ts", "/sub.ts");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 400, 1_000, 10_000, 100_000})
    void nesting_ends_in_a_verdict(int depth) {
        var text = "export const a = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";";
        var refused = catchThrowableOfType(Faulted.class, () -> GRAPHS.of(text));

        assertThat(refused == null || refused.fault() == GRAPH_ERROR).isTrue();
    }
}
