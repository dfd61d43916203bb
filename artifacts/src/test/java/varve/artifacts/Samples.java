package varve.artifacts;

import java.util.LinkedHashMap;
import java.util.Map;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Packages to publish.
public final class Samples {
    /// The order that goes with all of them.
    public static final Order ORDER =
            new Order(
                    VersionRef.of("@luca/flag@1.0.0"),
                    FilePath.of("/jsr.json"),
                    "http://localhost:8080/@luca/flag");

    private Samples() {}

    /// One module.
    public static Map<String, String> of(String mod) {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "/jsr.json",
                """
                {
                  "name": "@luca/flag",
                  "version": "1.0.0",
                  "license": "MIT",
                  "exports": "./mod.ts"
                }
                """);
        files.put("/mod.ts", mod);
        return files;
    }

    /// A bit of everything that can be in a package.
    public static Map<String, String> everything() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "/jsr.json",
                """
                {
                  "name": "@luca/flag",
                  "version": "1.0.0",
                  "license": "MIT",
                  "exports": {
                    ".": "./mod.ts",
                    "./view": "./src/view.tsx",
                    "./old": "./src/old.js",
                    "./data": "./data.json"
                  }
                }
                """);
        files.put("/README.md", "# Flag\n");
        files.put("/data.json", "{\"a\":1}");
        files.put(
                "/mod.ts",
                """
                import { join } from "jsr:@std/path@^1.0.0/posix";
                import ms from "npm:ms@^2.1.0";
                import { type Colour, paint } from "./src/paint.ts";
                import * as self from "jsr:@luca/flag@^1/old";
                export type { Deep } from "./src/deep.d.ts";
                export { Size } from "./src/size.mts";
                /** Waves it. */
                export function wave(colour: Colour, times = 3) {
                  console.log(paint(colour), times, join, ms, self);
                }
                export async function later() {
                  await import("./src/size.mts");
                }
                """);
        files.put(
                "/src/paint.ts",
                """
                import { type Deep } from "./deep.d.ts";
                export type Colour = "red" | "green" | Deep["c"];
                export function paint(colour: Colour): string {
                  return `<${colour}>`;
                }
                """);
        files.put("/src/deep.d.ts", "export interface Deep { c: import(\"./blue.ts\").Blue }\n");
        files.put("/src/blue.ts", "export type Blue = \"blue\";\n");
        files.put("/src/size.mts", "export enum Size { Small, Large }\n");
        files.put("/src/old.js", "/// <reference types=\"./old.d.ts\" />\nexport const old = 1;\n");
        files.put("/src/old.d.ts", "export declare const old: number;\n");
        files.put(
                "/src/view.tsx",
                """
                /** @jsxImportSource npm:preact@^10 */
                export const View = (props: { n: number }): unknown => <b>{props.n}</b>;
                """);
        return files;
    }
}
