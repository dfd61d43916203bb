package varve.acceptance.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Uploads by the names that JSR's own tests give them, then what those leave out of the list of
/// errors a publishing task can end with.
final class Fixtures {
    private static final String MIB = "x".repeat(1 << 20);
    private static final String DATA =
            "data:application/typescript;base64,ZXhwb3J0IGNvbnN0IGFkZCA9IChhOiBudW1iZXIsIGI6IG51bWJlcikgPT4gYSArIGI7";

    private Fixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(sound(), configurations(), archives(), graphs(), dependencies(), rules())
                .flatMap(List::stream);
    }

    private static List<Fixture> sound() {
        return List.of(
                Fixture.of("success"),
                Fixture.of(
                        "success_data_url",
                        "import { add } from \"%1$s\";\nconst { add: more } = await import(\"%1$s\");\nexport const sum: number = add(1, more(2, 3));\n"
                                .formatted(DATA)),
                Fixture.of(
                        "success_dynamic_import",
                        "import \"npm:express@4\";\nawait import(\"npm:chalk@5\");\n"),
                Fixture.of("syntax_error_extra_file").file("other.js", "const broken = ;\n"),
                Fixture.of(
                        "triple_slash_reference_in_jsdoc",
                        "export class Test {\n  /**\n   * ```ts\n   * /// <reference lib=\"dom\" />\n   * ```\n   */\n  test(): void {}\n}\n"),
                Fixture.of("jsr_jsonc")
                        .without("deno.json")
                        .file(
                                "jsr.jsonc",
                                "// ours\n{\"name\": \"%PKG%\", /* one */ \"exports\": \"./mod.ts\", \"license\": \"MIT\",}\n")
                        .config("/jsr.jsonc"),
                Fixture.of("license_file")
                        .deno("{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\"}")
                        .file("LICENSE", Licences.MIT),
                Fixture.of("license_alias")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\", \"license\": \"GPL-3.0-or-later\"}"),
                Fixture.of(
                                "import_attributes",
                                "import data from \"./data.json\" with { type: \"json\" };\nexport const a: unknown = data;\n")
                        .file("data.json", "\"abc\""),
                Fixture.of("bun_import", "import \"bun:sqlite\";\n"),
                Fixture.of("virtual_import", "import \"virtual:fleet\";\n"),
                Fixture.of("cloudflare_import", "import \"cloudflare:workers\";\n"),
                Fixture.of("npm_import", "import \"npm:ms@^2\";\n"),
                Fixture.of("folders_are_skipped")
                        .entries(tar -> tar.entry("src/", '5', "", new byte[0])));
    }

    private static List<Fixture> configurations() {
        return List.of(
                Fixture.of("bad_version")
                        .deno(
                                "{\"name\": \"%PKG%\", \"version\": \"bad.1.2.3\", \"exports\": \"./mod.ts\", \"license\": \"MIT\"}")
                        .fails("invalidConfigFile"),
                Fixture.of("empty_config").deno("").fails("invalidConfigFile"),
                Fixture.of("no_name")
                        .deno("{\"exports\": \"./mod.ts\"}")
                        .fails("invalidConfigFile"),
                Fixture.of("not_utf8_config")
                        .file("deno.json", new byte[] {'{', (byte) 0xff, '}'})
                        .fails("invalidConfigFile"),
                Fixture.of("no_jsr_json").without("deno.json").fails("missingConfigFile"),
                Fixture.of("name_mismatch")
                        .deno(
                                "{\"name\": \"@%SCOPE%/other\", \"exports\": \"./mod.ts\", \"license\": \"MIT\"}")
                        .fails("configFileNameMismatch"),
                Fixture.of("version_mismatch")
                        .deno(
                                "{\"name\": \"%PKG%\", \"version\": \"9.9.9\", \"exports\": \"./mod.ts\", \"license\": \"MIT\"}")
                        .fails("configFileVersionMismatch"),
                Fixture.of("case_insensitive_exports_reference")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": \"./Mod.ts\", \"license\": \"MIT\"}")
                        .fails("configFileExportsInvalid", "./mod.ts"),
                Fixture.of("no_exports")
                        .deno("{\"name\": \"%PKG%\", \"license\": \"MIT\"}")
                        .fails("configFileExportsInvalid"),
                Fixture.of("invalid_exports")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": {\"\": \"./mod.ts\"}, \"license\": \"MIT\"}")
                        .fails("configFileExportsInvalid"),
                Fixture.of("exports_not_found")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": \"./b.ts\", \"license\": \"MIT\"}")
                        .fails("configFileExportsInvalid"),
                Fixture.of("no_license")
                        .deno("{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\"}")
                        .fails("missingLicense"),
                Fixture.of("unknown_license")
                        .deno(
                                "{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\", \"license\": \"ours\"}")
                        .fails("invalidLicense"),
                Fixture.of("unknown_license_text")
                        .deno("{\"name\": \"%PKG%\", \"exports\": \"./mod.ts\"}")
                        .file("LICENSE", "You may look at it.\n")
                        .fails("invalidLicense"));
    }

    private static List<Fixture> archives() {
        return List.of(
                Fixture.of("big_file").file("big.txt", big(21)).fails("fileTooLarge", "/big.txt"),
                Fixture.of("big_package")
                        .file("a.txt", big(11))
                        .file("b.txt", big(11))
                        .fails("packageTooLarge"),
                Fixture.of("case_insensitive_duplicate")
                        .file("README.md", "")
                        .file("readme.md", "")
                        .fails("caseInsensitiveDuplicatePath", "/README.md"),
                Fixture.of("invalid_path").file("a b.ts", "").fails("invalidPath", "/a b.ts"),
                Fixture.of("no_long_paths")
                        .file("a".repeat(150) + ".ts", "")
                        .fails("invalidPath", "longer"),
                Fixture.of("path_upwards").file("../a.ts", "").fails("invalidPath"),
                Fixture.of("device").file("con.txt", "").fails("invalidPath", "device"),
                Fixture.of("reserved_folder").file("_dist/a.ts", "").fails("invalidPath", "_dist"),
                Fixture.of("git_folder").file(".git/config", "").fails("invalidGitPath"),
                Fixture.of("symbolic_link")
                        .entries(tar -> tar.entry("a.ts", '2', "mod.ts", new byte[0]))
                        .fails("linkInTarball", "a.ts"),
                Fixture.of("hard_link")
                        .entries(tar -> tar.entry("a.ts", '1', "mod.ts", new byte[0]))
                        .fails("linkInTarball"),
                Fixture.of("device_entry")
                        .entries(tar -> tar.entry("tty", '3', "", new byte[0]))
                        .fails("invalidEntryType"),
                Fixture.of("cut_off")
                        .entries(tar -> tar.promise("a.ts", 4000))
                        .fails("invalidTarball"));
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

    private static byte[] big(int mebibytes) {
        var bytes = new byte[mebibytes * MIB.length()];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
