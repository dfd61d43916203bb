package varve.artifacts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import varve.artifacts.Samples;
import varve.artifacts.engine.Inference;

class NpmTypesTest {
    private static final Packer PACKER = new Packer();

    @AfterAll
    static void stop() {
        PACKER.close();
    }

    @Test
    void types_that_are_not_written_down_are_inferred() throws IOException {
        var files =
                Samples.of(
                        """
                        import { Part } from "./part.ts";
                        function part(n: number) {
                          return new Part(n);
                        }
                        export const makers = [1, 2].map((n) => ({ n, p: part(n) }));
                        """);
        files.put("/part.ts", "export class Part { constructor(readonly n: number) {} }");

        assertThat(PACKER.unpacked(files).text("_dist/mod.d.ts"))
                .contains("export declare const makers: {\n    n: number;\n    p: Part;\n}[];")
                .contains("import { Part } from \"./part.js\";");
    }

    @Test
    void declarations_say_what_is_silent_in_the_source_and_drop_what_means_nothing_there()
            throws IOException {
        var files =
                Samples.of(
                        """
                        export class Mast {
                          height!: number;
                          static #made = 0;
                          hoist(/* ) */ flag = ")" as string) {}
                          async lower() { await 0; }
                          set colour(value: string) {}
                          *flags(): Iterable<string> {}
                        }
                        export const quiet = (): void => {}, silent = async <T>(value: T) => {};
                        export default function () { return; }
                        """);

        assertThat(PACKER.unpacked(files, Inference.NONE).text("_dist/mod.d.ts"))
                .isEqualTo(
                        """
                        export declare class Mast {
                        \t#private;
                        \theight: number;
                        \thoist(flag?: string): void;
                        \tlower(): Promise<void>;
                        \tset colour(value: string);
                        \tflags(): Iterable<string>;
                        }
                        export declare const quiet: () => void, silent: <T>(value: T) => Promise<void>;
                        export default function(): void;
                        //# sourceMappingURL=mod.d.ts.map
                        """);
    }

    @Test
    void what_a_function_returns_only_sometimes_is_inferred() throws IOException {
        var files =
                Samples.of(
                        """
                        export function half(mast: string) {
                          if (mast.length === 0) return ".";
                          mast.trim();
                        }
                        export class Flag {
                          raise(far: boolean) {
                            if (far) return 1 as number;
                          }
                        }
                        """);

        assertThat(PACKER.unpacked(files).text("_dist/mod.d.ts"))
                .contains("half(mast: string): \".\" | undefined;")
                .contains("raise(far: boolean): number | undefined;");
    }

    @Test
    void what_a_file_without_imports_and_exports_declares_is_its_own() throws IOException {
        var files =
                Samples.of("class Mast extends Event {}\nObject.assign(globalThis, { Mast });\n");

        assertThat(PACKER.unpacked(files, Inference.NONE).text("_dist/mod.d.ts"))
                .doesNotContain("Mast")
                .startsWith("export {};");
    }

    @Test
    void declarations_are_made_of_what_a_reader_of_the_entry_points_comes_to() throws IOException {
        var files =
                Samples.of(
                        """
                        import type { Mast } from "./mast.ts";
                        import { hoist } from "./rope.ts";
                        export { Flag } from "./flag.ts";
                        export function raise(mast: Mast): void { hoist(mast); }
                        """);
        files.put("/mast.ts", "export interface Mast { height: number }\n");
        files.put("/rope.ts", "export const hoist = (what: unknown) => [what].map((w) => w);\n");
        files.put("/flag.ts", "import { sewn } from './cloth.ts';\nexport const Flag = sewn();\n");
        files.put(
                "/cloth.ts",
                "import type { Thread } from './thread.ts';\n"
                        + "export const sewn = () => ({ of: null as Thread | null });\n");
        files.put("/thread.ts", "export interface Thread { long: boolean }\n");

        var unpacked = PACKER.unpacked(files);
        assertThat(unpacked.texts())
                .containsKeys(
                        "package/_dist/mast.d.ts",
                        "package/_dist/flag.d.ts",
                        "package/_dist/thread.d.ts")
                .doesNotContainKey("package/_dist/rope.d.ts");
        assertThat(unpacked.text("_dist/flag.d.ts")).contains("import(\"./thread.js\").Thread");
    }

    @Test
    void without_inference_such_modules_have_no_declarations() throws IOException {
        var files = Samples.of("export const a = Math.random();");
        var unpacked = PACKER.unpacked(files, Inference.NONE);

        assertThat(unpacked.texts()).doesNotContainKey("package/_dist/mod.d.ts");
        assertThat(unpacked.text("package.json")).doesNotContain("types");
    }

    @Test
    void decorators_and_using_are_lowered() throws IOException {
        var unpacked =
                PACKER.unpacked(
                        Samples.of(
                                """
                                function seen(value: unknown, context: DecoratorContext): void {}
                                @seen export class Flag { accessor up = true; }
                                export function raise(): void { using flag = null; }
                                """));

        assertThat(unpacked.text("mod.js"))
                .contains("__esDecorate")
                .contains("__addDisposableResource")
                .doesNotContain("@seen")
                .endsWith("//# sourceMappingURL=mod.js.map\n");
    }

    @Test
    void an_uploaded_manifest_and_stale_script_give_way() throws IOException {
        var files = Samples.of("export const flag: string = '🚩';");
        files.put("/package.json", "{}");
        files.put("/mod.js", "stale");
        var unpacked = PACKER.unpacked(files);

        assertThat(unpacked.text("package.json")).contains("@jsr/luca__flag");
        assertThat(unpacked.text("mod.js")).startsWith("export const flag = \"🚩\";");
    }

    @Test
    void two_modules_never_share_one_script() throws IOException {
        var files = Samples.of("import './a.ts'; import './a.tsx'; import './a.js';");
        files.put("/a.ts", "export const a: string = 'ts';");
        files.put("/a.tsx", "export const a: string = 'tsx';");
        files.put("/a.js", "export const a = 'js';");
        var unpacked = PACKER.unpacked(files);

        assertThat(unpacked.text("mod.js"))
                .contains("\"./a.ts.js\"", "\"./a.tsx.js\"", "\"./a.js\"");
        assertThat(unpacked.text("a.js")).isEqualTo("export const a = 'js';");
        assertThat(unpacked.text("_dist/a.ts.d.ts")).isNotEmpty();
    }

    @Test
    void long_paths_survive() throws IOException {
        var folder = "/" + "long/".repeat(26);
        var files = new LinkedHashMap<>(Samples.of("export * from '." + folder + "flag.ts';"));
        files.put(folder + "flag.ts", "export {};");

        assertThat(PACKER.unpacked(files).text("_dist" + folder + "flag.d.ts.map")).isNotEmpty();
    }
}
