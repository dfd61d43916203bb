package varve.acceptance.kit;

import java.nio.file.Path;

/// What Luca publishes: cloth, and flags made of it that also need something from npm.
public final class Flags {
    private Flags() {}

    /// `@scope/cloth`, which depends on nothing.
    public static Workspace cloth(Path parent, String scope) {
        return Workspace.in(parent, "cloth")
                .file(
                        "deno.json",
                        """
                        {"name":"@%s/cloth","version":"1.0.0","license":"MIT","exports":"./mod.ts"}
                        """
                                .formatted(scope))
                .file(
                        "mod.ts",
                        """
                        /** Weaves cloth of one colour. */
                        export function weave(colour: string): string {
                          return `${colour} cloth`;
                        }
                        """);
    }

    /// `@scope/flag`: two entry points, a dependency on cloth and one on npm.
    public static Workspace flag(Path parent, String scope) {
        return Workspace.in(parent, "flag")
                .file(
                        "deno.json",
                        """
                        {
                          "name": "@%1$s/flag", "version": "1.0.0", "license": "MIT",
                          "exports": {".": "./mod.ts", "./parade": "./parade.ts"},
                          "imports": {
                            "@%1$s/cloth": "jsr:@%1$s/cloth@^1.0.0", "pennant": "npm:pennant@^1.2.0"
                          },
                          "minimumDependencyAge": "0"
                        }
                        """
                                .formatted(scope))
                .file(
                        "mod.ts",
                        """
                        /** Flags. @module */
                        import { weave } from "@%s/cloth";
                        /** What hangs from a mast. */
                        export interface Flag { cloth: string; height: number }
                        /** Makes a flag. */
                        export function flag(colour: string): Flag {
                          return { cloth: weave(colour), height: 2 };
                        }
                        """
                                .formatted(scope))
                .file(
                        "parade.ts",
                        """
                        import { points } from "pennant";
                        import { flag } from "./mod.ts";
                        /** Says what passes by. */
                        export function parade(colour: string): string {
                          return `${flag(colour).cloth} with ${points} points`;
                        }
                        """);
    }

    /// A program for Deno that uses both entry points, without its dependencies yet.
    public static Workspace program(Path parent, String scope) {
        return Workspace.in(parent, "program")
                .file("deno.json", "{\"minimumDependencyAge\":\"0\"}\n")
                .file("main.ts", using(scope));
    }

    /// A project for Node that uses both entry points and has its dependency written down.
    public static Workspace project(Path parent, RunningVarve varve, String scope) {
        return Workspace.in(parent, "project")
                .file(".npmrc", "@jsr:registry=%s\n".formatted(varve.npm()))
                .file(
                        "package.json",
                        """
                        {"name":"project","version":"1.0.0","type":"module",
                         "dependencies":{"@%1$s/flag":"npm:@jsr/%1$s__flag@^1.0.0"}}
                        """
                                .formatted(scope))
                .file("main.mjs", using(scope));
    }

    /// What the programs print.
    public static String printed() {
        return "red cloth 2\nblue cloth with 3 points\n";
    }

    private static String using(String scope) {
        return """
        import { flag } from "@%1$s/flag";
        import { parade } from "@%1$s/flag/parade";
        const red = flag("red");
        console.log(red.cloth, red.height);
        console.log(parade("blue"));
        """
                .formatted(scope);
    }
}
