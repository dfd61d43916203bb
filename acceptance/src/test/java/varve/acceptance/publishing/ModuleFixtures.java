package varve.acceptance.publishing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Uploads whose modules decide what comes of them: the graph, what it depends on, and the rules.
final class ModuleFixtures {
    private ModuleFixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(graphs(), dependencies(), rules()).flatMap(List::stream);
    }

    private static List<Fixture> graphs() {
        return List.of(
                Fixture.of("syntax_error", "const invalidTypeScript = ;\n")
                        .fails("graphError", "file:///mod.ts:1:27"),
                Fixture.of("syntax_error_two", "+").fails("graphError", "file:///mod.ts:1:"),
                Fixture.of("syntax_error_in_graph", "import \"./other.js\";\n")
                        .file("other.js", "\nconst invalidJavaScript = ;\n")
                        .fails("graphError", "file:///other.js:2:27"),
                Fixture.of(
                                "syntax_error_in_data_url",
                                "import \"data:text/javascript,let%20=%20;\";\n")
                        .fails("graphError", "data:"),
                Fixture.of("exported_twice", "export const a = 1;\nexport { a };\n")
                        .fails("graphError", "file:///mod.ts:2:10"),
                Fixture.of("exported_but_not_declared", "export { flag };\n")
                        .fails("graphError", "file:///mod.ts:1:10"),
                Fixture.of("non_utf8")
                        .file(
                                "mod.ts",
                                "export const a = 1; //\u00ff"
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .fails("graphError", "file:///mod.ts"),
                Fixture.of("case_insensitive_dep_reference", "import \"./Youtube.tsx\";\n")
                        .file("YouTube.tsx", "export {};\n")
                        .fails("graphError", "file:///mod.ts:1:8"),
                Fixture.of("missing_module", "\n  export * from \"./none.ts\";\n")
                        .fails("graphError", "file:///mod.ts:2:17"),
                Fixture.of("unprefixed", "import \"path\";\n")
                        .fails("graphError", "file:///mod.ts:1:8"),
                Fixture.of("json_without_attribute", "import \"./data.json\";\n")
                        .file("data.json", "1")
                        .fails("graphError", "file:///mod.ts:1:8"),
                Fixture.of("braces_in_a_module", "import \"./ports/{a}.ts\";\n")
                        .file("ports/{a}.ts", "export {};\n")
                        .fails("graphError", "/ports/{a}.ts"),
                Fixture.of("nested_too_deeply", "(".repeat(10_000)).fails("graphError"));
    }

    private static List<Fixture> dependencies() {
        return List.of(
                Fixture.of("https_import", "import \"https://deno.land/x/flag/mod.ts\";\n")
                        .fails("invalidExternalImport", "file:///mod.ts:1:8"),
                Fixture.of("jsr_import", "import \"jsr:@%SCOPE%/cloth@1\";\n"),
                Fixture.of(
                        "jsr_import_of_a_sub_path", "import \"jsr:@%SCOPE%/cloth@^1.0.0/red\";\n"),
                Fixture.of("jsr_import_missing_dependency", "import \"jsr:@%SCOPE%/none@1\";\n")
                        .fails("unresolvableJsrDependency"),
                Fixture.of(
                                "jsr_import_unsatisfied_constraint",
                                "import \"jsr:@%SCOPE%/cloth@9\";\n")
                        .fails("unresolvableJsrDependency"),
                Fixture.of("jsr_import_bad_subpath", "import \"jsr:@%SCOPE%/cloth@1/blue\";\n")
                        .fails("invalidJsrDependencySubPath"),
                Fixture.of("jsr_import_without_constraint", "import \"jsr:@%SCOPE%/cloth\";\n")
                        .fails("missingConstraint", "file:///mod.ts:1:8"),
                Fixture.of("jsr_import_of_any_version", "import \"jsr:@%SCOPE%/cloth@*\";\n")
                        .fails("missingConstraint"),
                Fixture.of("npm_import_without_constraint", "import \"npm:ms\";\n")
                        .fails("missingConstraint"),
                Fixture.of("npm_import_not_parsable", "import \"npm:\";\n")
                        .fails("invalidNpmSpecifier"),
                Fixture.of("jsr_import_not_parsable", "import \"jsr:flag\";\n")
                        .fails("invalidJsrSpecifier"),
                Fixture.of("jsr_import_of_a_bad_name", "import \"jsr:@Std/Path@1\";\n")
                        .fails("invalidJsrScopedPackageName"),
                Fixture.of("own_import_with_a_sub_path", "import \"jsr:%PKG%@0/sub\";\n")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": {\".\": \"./mod.ts\", \"./sub\": \"./sub.ts\"}, \"license\": \"MIT\"}")
                        .file("sub.ts", "export {};\n"),
                Fixture.of("own_import_of_another_version", "import \"jsr:%PKG%@7\";\n")
                        .fails("unresolvableJsrDependency"));
    }

    private static List<Fixture> rules() {
        return List.of(
                Fixture.of(
                                "import_assertions",
                                "import \"./data.json\" assert { type: \"json\" };\n")
                        .file("data.json", "\"abc\"")
                        .fails("bannedImportAssertion", "file:///mod.ts:1:"),
                Fixture.of("global_type_augmentation1", "global {}\n")
                        .fails("globalTypeAugmentation", "file:///mod.ts:1:1"),
                Fixture.of("global_type_augmentation2", "declare module \"some-specifier\" {\n}\n")
                        .fails("globalTypeAugmentation", "file:///mod.ts:1:1"),
                Fixture.of("export_as_namespace", "export type * from \"./a.d.ts\";\n")
                        .file("a.d.ts", "export as namespace Flag;\nexport {};\n")
                        .fails("globalTypeAugmentation", "file:///a.d.ts:1:1"),
                Fixture.of("export_equals", "const a = 1;\nexport = a;\n")
                        .fails("globalTypeAugmentation", "file:///mod.ts:2:1"),
                Fixture.of(
                                "cjs_import",
                                "import { test } from \"./other.cjs\";\nexport const a = test;\n")
                        .file("other.cjs", "exports.test = \"test\";\n")
                        .fails("commonJs", "file:///other.cjs"),
                Fixture.of("import_equals", "import fs = require(\"fs\");\n")
                        .fails("commonJs", "file:///mod.ts:1:1"),
                Fixture.of("lib_reference", "/// <reference lib=\"dom\" />\nexport {};\n")
                        .fails("bannedTripleSlashDirectives", "file:///mod.ts:1:1"),
                Fixture.of(
                                "no_default_lib",
                                "/// <reference no-default-lib=\"true\" />\nexport {};\n")
                        .fails("bannedTripleSlashDirectives"));
    }
}
