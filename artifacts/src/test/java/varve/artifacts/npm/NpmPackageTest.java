package varve.artifacts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import varve.artifacts.Samples;

class NpmPackageTest {
    private static final Packer PACKER = new Packer();

    @AfterAll
    static void stop() {
        PACKER.close();
    }

    @Test
    void holds_sources_scripts_declarations_and_maps() throws IOException {
        var unpacked = PACKER.unpacked(Samples.everything());

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
        assertThat(PACKER.unpacked(Samples.everything()).text("package.json"))
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
                          "_jsr_revision": 13
                        }
                        """);
    }

    @Test
    void scripts_speak_the_language_of_node() throws IOException {
        var unpacked = PACKER.unpacked(Samples.everything());

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
                .startsWith("{\"version\":3,\"file\":\"mod.js\",\"sources\":[\"mod.ts\"],");
        assertThat(unpacked.text("src/old.js")).isEqualTo("export const old = 1;\n");
        assertThat(unpacked.text("src/view.js")).contains("from \"preact/jsx-runtime\"");
    }

    @Test
    void declarations_find_each_other_from_where_they_lie() throws IOException {
        var unpacked = PACKER.unpacked(Samples.everything());

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
}
