package varve.acceptance.publishing;

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
        return Stream.of(
                        Stream.of(sound(), configurations(), archives()).flatMap(List::stream),
                        ModuleFixtures.all(),
                        LargeFixtures.all())
                .flatMap(each -> each);
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
                Fixture.of("nul_in_name")
                        .deno(
                                "{\"name\": \"%PKG%\\u0000\", \"exports\": \"./mod.ts\", \"license\": \"MIT\"}")
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

    private static byte[] big(int mebibytes) {
        var bytes = new byte[mebibytes * MIB.length()];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
