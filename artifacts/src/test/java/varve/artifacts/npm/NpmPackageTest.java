package varve.artifacts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import varve.artifacts.Samples;
import varve.artifacts.Tar;
import varve.artifacts.Unpacked;
import varve.artifacts.config.Configuration;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.TypeScript;
import varve.artifacts.graph.GraphBuilder;
import varve.artifacts.upload.Archive;

class NpmPackageTest {
    private static final Engine ENGINE = new Engine();
    private static final TypeScript TYPESCRIPT = new TypeScript();

    @AfterAll
    static void stop() {
        ENGINE.close();
        TYPESCRIPT.close();
    }

    @Test
    void holds_sources_scripts_declarations_and_maps() throws IOException {
        var unpacked = unpacked(Samples.everything());

        assertThat(unpacked.texts().keySet())
                .containsExactly(
                        "package/README.md",
                        "package/_dist/mod.d.ts",
                        "package/_dist/mod.d.ts.map",
                        "package/_dist/src/blue.d.ts",
                        "package/_dist/src/blue.d.ts.map",
                        "package/_dist/src/paint.d.ts",
                        "package/_dist/src/paint.d.ts.map",
                        "package/_dist/src/size.d.ts",
                        "package/_dist/src/size.d.ts.map",
                        "package/_dist/src/view.d.ts",
                        "package/_dist/src/view.d.ts.map",
                        "package/data.json",
                        "package/jsr.json",
                        "package/mod.js",
                        "package/mod.js.map",
                        "package/mod.ts",
                        "package/package.json",
                        "package/src/blue.js",
                        "package/src/blue.js.map",
                        "package/src/blue.ts",
                        "package/src/deep.d.ts",
                        "package/src/old.d.ts",
                        "package/src/old.js",
                        "package/src/paint.js",
                        "package/src/paint.js.map",
                        "package/src/paint.ts",
                        "package/src/size.js",
                        "package/src/size.js.map",
                        "package/src/size.mts",
                        "package/src/view.js",
                        "package/src/view.js.map",
                        "package/src/view.tsx");
        assertThat(unpacked.entries())
                .allSatisfy(entry -> {
                    assertThat(entry.getMode()).isEqualTo(0100644);
                    assertThat(entry.getLongUserId()).isZero();
                    assertThat(entry.getLongGroupId()).isZero();
                    assertThat(entry.getUserName()).isEmpty();
                    assertThat(entry.getModTime()).hasTime(499162500000L);
                });
    }

    @Test
    void the_manifest_names_scripts_and_types() throws IOException {
        assertThat(unpacked(Samples.everything()).text("package.json"))
                .isEqualTo(
                        """
                        {
                          "name": "@jsr/luca__flag",
                          "version": "1.0.0",
                          "homepage": "http://localhost:8080/@luca/flag",
                          "license": "MIT",
                          "type": "module",
                          "dependencies": {
                            "@jsr/std__path": "^1.0.0",
                            "ms": "^2.1.0",
                            "preact": "^10"
                          },
                          "exports": {
                            ".": {
                              "types": "./_dist/mod.d.ts",
                              "default": "./mod.js"
                            },
                            "./view": {
                              "types": "./_dist/src/view.d.ts",
                              "default": "./src/view.js"
                            },
                            "./old": {
                              "types": "./src/old.d.ts",
                              "default": "./src/old.js"
                            },
                            "./data": {
                              "default": "./data.json"
                            }
                          },
                          "_jsr_revision": 12
                        }
                        """);
    }

    @Test
    void scripts_speak_the_language_of_node() throws IOException {
        var unpacked = unpacked(Samples.everything());

        assertThat(unpacked.text("mod.js"))
                .isEqualTo(
                        """
                        import { join } from "@jsr/std__path/posix";
                        import ms from "ms";
                        import { paint } from "./src/paint.js";
                        import * as self from "./src/old.js";
                        export { Size } from "./src/size.js";
                        /** Waves it. */
                        export function wave(colour, times = 3) {
                        \tconsole.log(paint(colour), times, join, ms, self);
                        }
                        export async function later() {
                        \tawait import("./src/size.js");
                        }
                        //# sourceMappingURL=mod.js.map
                        """);
        assertThat(unpacked.text("mod.js.map"))
                .startsWith(
                        "{\"version\":3,\"file\":\"mod.js\",\"sources\":[\"mod.ts\"],\"names\":[],\"mappings\":\"");
        assertThat(unpacked.text("src/old.js")).isEqualTo("export const old = 1;\n");
        assertThat(unpacked.text("src/view.js")).contains("from \"preact/jsx-runtime\"");
    }

    @Test
    void declarations_find_each_other_from_where_they_lie() throws IOException {
        var unpacked = unpacked(Samples.everything());

        assertThat(unpacked.text("_dist/mod.d.ts"))
                .isEqualTo(
                        """
                        import { type Colour } from "./src/paint.js";
                        export type { Deep } from "../src/deep.js";
                        export { Size } from "./src/size.js";
                        /** Waves it. */
                        export declare function wave(colour: Colour, times?: number): void;
                        export declare function later(): Promise<void>;
                        //# sourceMappingURL=mod.d.ts.map
                        """);
        assertThat(unpacked.text("_dist/mod.d.ts.map")).contains("\"sources\":[\"../mod.ts\"]");
        assertThat(unpacked.text("_dist/src/paint.d.ts")).contains("from \"../../src/deep.js\"");
        assertThat(unpacked.text("src/deep.d.ts")).contains("import(\"../_dist/src/blue.js\")");
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

        assertThat(unpacked(files).text("_dist/mod.d.ts"))
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

        assertThat(unpacked(files, Inference.NONE).text("_dist/mod.d.ts"))
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
    void without_inference_such_modules_have_no_declarations() throws IOException {
        var files = Samples.of("export const a = Math.random();");
        var unpacked = unpacked(files, Inference.NONE);

        assertThat(unpacked.texts()).doesNotContainKey("package/_dist/mod.d.ts");
        assertThat(unpacked.text("package.json")).doesNotContain("types");
    }

    @Test
    void decorators_and_using_are_lowered() throws IOException {
        var unpacked =
                unpacked(
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
        var unpacked = unpacked(files);

        assertThat(unpacked.text("package.json")).contains("@jsr/luca__flag");
        assertThat(unpacked.text("mod.js")).startsWith("export const flag = \"🚩\";");
    }

    @Test
    void two_modules_never_share_one_script() throws IOException {
        var files = Samples.of("import './a.ts'; import './a.tsx'; import './a.js';");
        files.put("/a.ts", "export const a: string = 'ts';");
        files.put("/a.tsx", "export const a: string = 'tsx';");
        files.put("/a.js", "export const a = 'js';");
        var unpacked = unpacked(files);

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

        assertThat(unpacked(files).text("_dist" + folder + "flag.d.ts.map")).isNotEmpty();
    }

    private static Unpacked unpacked(Map<String, String> files) throws IOException {
        return unpacked(files, TYPESCRIPT);
    }

    private static Unpacked unpacked(Map<String, String> files, Inference inference)
            throws IOException {
        var order = Samples.ORDER;
        var upload = Archive.read(new ByteArrayInputStream(Tar.upload(files)));
        var configuration = Configuration.of(upload, order);
        var graph = new GraphBuilder(ENGINE, upload, order.ref(), configuration.exports()).build();
        return Unpacked.of(
                NpmPackage.of(order, upload, configuration, graph, ENGINE, inference).tarball());
    }
}
