package varve.artifacts.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static varve.artifacts.Fault.BANNED_IMPORT_ASSERTION;
import static varve.artifacts.Fault.BANNED_TRIPLE_SLASH_DIRECTIVES;
import static varve.artifacts.Fault.COMMON_JS;
import static varve.artifacts.Fault.GLOBAL_TYPE_AUGMENTATION;
import static varve.artifacts.Fault.GRAPH_ERROR;
import static varve.artifacts.Fault.INVALID_EXTERNAL_IMPORT;
import static varve.artifacts.Fault.INVALID_JSR_SCOPED_PACKAGE_NAME;
import static varve.artifacts.Fault.INVALID_JSR_SPECIFIER;
import static varve.artifacts.Fault.INVALID_NPM_SPECIFIER;
import static varve.artifacts.Fault.MISSING_CONSTRAINT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.Tar;
import varve.artifacts.engine.Engine;
import varve.artifacts.upload.Archive;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.Contents.Registry;
import varve.contract.version.VersionRef;

class GraphBuilderTest {
    private static final Engine ENGINE = new Engine();
    private static final VersionRef SELF = VersionRef.of("@luca/flag@1.2.3");

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @Test
    void follows_every_kind_of_reference() throws IOException {
        var graph =
                build(
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
                build(
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
        assertThat(build(text).modules()).isNotEmpty();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments("let x = ;", GRAPH_ERROR, "file:///mod.ts:1:9"),
                arguments("// a\nlet 😀;", GRAPH_ERROR, "file:///mod.ts:2:5"),
                arguments("import './broken.ts';", GRAPH_ERROR, "file:///broken.ts:1:"),
                arguments(
                        "\nimport { a } from './missing.ts';", GRAPH_ERROR, "file:///mod.ts:2:19"),
                arguments("import './SUB.ts';", GRAPH_ERROR, "there is '/sub.ts'"),
                arguments("export * from 'path';", GRAPH_ERROR, "not prefixed"),
                arguments("import './latin.ts';", GRAPH_ERROR, "not UTF-8"),
                arguments("import './data.json';", GRAPH_ERROR, "type: \"json\""),
                arguments(
                        "import 'jsr:@luca/flag@1/none';", GRAPH_ERROR, "unknown export './none'"),
                arguments("import 'https://deno.land/x/a.ts';", INVALID_EXTERNAL_IMPORT, ":1:8"),
                arguments("await import('http://a.b/c.ts');", INVALID_EXTERNAL_IMPORT, ":1:14"),
                arguments("import 'blob:a';", INVALID_EXTERNAL_IMPORT, "blob:a"),
                arguments("import 'npm:'", INVALID_NPM_SPECIFIER, ""),
                arguments("import 'npm:@a'", INVALID_NPM_SPECIFIER, ""),
                arguments("import 'npm:a\"b@1'", INVALID_NPM_SPECIFIER, ""),
                arguments("import 'jsr:std'", INVALID_JSR_SPECIFIER, ""),
                arguments("import 'jsr:@std'", INVALID_JSR_SPECIFIER, ""),
                arguments("import 'jsr:@Std/path@1'", INVALID_JSR_SCOPED_PACKAGE_NAME, "@Std/path"),
                arguments("import 'jsr:@std/path'", MISSING_CONSTRAINT, ""),
                arguments("import 'jsr:@std/path@*/a'", MISSING_CONSTRAINT, ""),
                arguments("import 'npm:ms'", MISSING_CONSTRAINT, ""),
                arguments("import fs = require('fs');", COMMON_JS, "file:///mod.ts:1:1"),
                arguments("import './old.cjs';", COMMON_JS, "/old.cjs"),
                arguments(
                        "export {};\ndeclare global {}",
                        GLOBAL_TYPE_AUGMENTATION,
                        "file:///mod.ts:2:1"),
                arguments("declare module 'a' {}", GLOBAL_TYPE_AUGMENTATION, "declare module"),
                arguments("import './global.d.ts';", GLOBAL_TYPE_AUGMENTATION, "/global.d.ts:1:1"),
                arguments("const a = 1; export = a;", GLOBAL_TYPE_AUGMENTATION, "export ="),
                arguments(
                        "// a\n/// <reference lib=\"dom\" />",
                        BANNED_TRIPLE_SLASH_DIRECTIVES,
                        ":2:1"),
                arguments(
                        "/// <reference no-default-lib=\"true\"/>",
                        BANNED_TRIPLE_SLASH_DIRECTIVES,
                        ""),
                arguments(
                        "import a from './data.json' assert { type: 'json' };",
                        BANNED_IMPORT_ASSERTION,
                        "file:///mod.ts:1:1"),
                arguments("(".repeat(50_000), GRAPH_ERROR, "too deeply nested"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void refuses(String text, Fault fault, String message) {
        var refused = catchThrowableOfType(Faulted.class, () -> build(text));

        assertThat(refused).isNotNull();
        assertThat(refused.fault()).as(refused.getMessage()).isEqualTo(fault);
        assertThat(refused).hasMessageContaining(message);
    }

    @Test
    void a_broken_graph_is_told_before_a_forbidden_dependency_and_that_before_a_rule() {
        var rule = "declare global {}\n";
        var dependency = "import 'https://deno.land/x/a.ts';\n";
        var graph = "import './missing.ts';\n";

        assertThat(faultOf(rule + dependency + graph)).isEqualTo(GRAPH_ERROR);
        assertThat(faultOf(rule + dependency)).isEqualTo(INVALID_EXTERNAL_IMPORT);
        assertThat(faultOf(rule)).isEqualTo(GLOBAL_TYPE_AUGMENTATION);
    }

    @Test
    void what_no_export_reaches_is_not_looked_at() throws IOException {
        assertThat(build("export {};").modules())
                .extracting(module -> module.path().text())
                .containsExactly("/mod.ts", "/sub.ts");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 400, 1_000, 10_000, 100_000})
    void nesting_ends_in_a_verdict(int depth) {
        var text = "export const a = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";";
        var refused = catchThrowableOfType(Faulted.class, () -> build(text));

        assertThat(refused == null || refused.fault() == GRAPH_ERROR).isTrue();
    }

    private static Fault faultOf(String text) {
        return catchThrowableOfType(Faulted.class, () -> build(text)).fault();
    }

    private static ModuleGraph build(String mod) throws IOException {
        return build(
                Map.of("/mod.ts", mod, "/sub.ts", "export {};", "/broken.ts", "let = =;"),
                Map.of(
                        "/old.cjs", "module.exports = 1;",
                        "/global.d.ts", "declare global { const flag: 1; }\nexport {};",
                        "/data.json", "{}"));
    }

    private static ModuleGraph build(Map<String, String> files, Map<String, String> more)
            throws IOException {
        var all = new LinkedHashMap<>(files);
        all.putAll(more);
        var tar = new Tar();
        all.forEach(tar::uploaded);
        tar.entry("latin.ts", '0', "export const é = 1;".getBytes(StandardCharsets.ISO_8859_1));
        var upload = Archive.read(new ByteArrayInputStream(tar.gzip()));
        var exports = List.of(new Export(".", "./mod.ts"), new Export("./sub", "./sub.ts"));
        return new GraphBuilder(ENGINE, upload, SELF, exports).build();
    }
}
