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

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;

class GraphRulesTest {
    private static final Graphs GRAPHS = new Graphs();

    @AfterAll
    static void stop() {
        GRAPHS.close();
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
        var refused = catchThrowableOfType(Faulted.class, () -> GRAPHS.of(text));

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

    private static Fault faultOf(String text) {
        return catchThrowableOfType(Faulted.class, () -> GRAPHS.of(text)).fault();
    }
}
