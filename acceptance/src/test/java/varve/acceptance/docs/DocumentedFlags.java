package varve.acceptance.docs;

import java.util.Map;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;

/// Two versions of a documented package, and a package that needs it.
///
/// @param pkg `@scope/flag`
/// @param pole `@scope/pole`, which imports it
record DocumentedFlags(String pkg, String pole) {
    private static final String FIRST =
            """
            /** All about flags. See {@link Flag} and {@link "><img src=x onerror=alert(1)>}.
             *
             * ```ts
             * wave(new Flag("red"));
             * ```
             * @module */
            import { join } from "npm:left-pad@^1";
            /** What flags are made of.
             * @deprecated use **wool** */
            export interface Cloth { fibre: string }
            /** A flag. <script>alert(1)</script> [x](javascript:alert(1)) */
            export class Flag {
              /** @param colour - of the {@linkcode Cloth} <svg onload=alert(1)> */
              constructor(public colour: string) {}
              /** Waves it.
               * @example By day
               * ```ts
               * flag.wave(3); // "</code></pre><script>alert(1)</script>"
               * ```
               * @returns {boolean} <iframe src="javascript:alert(1)"></iframe>
               */
              wave(times: number): boolean { return times > 0; }
            }
            /** Waves a flag. */
            export function wave(flag: Flag, times?: number): void { flag.wave(times ?? 1); join; }
            const odd: string = "</script><script>alert(1)</script>";
            export { odd as "<img src=x onerror=alert(1)>" };
            """;

    static DocumentedFlags publish(RunningVarve varve) {
        var luca = varve.api();
        var scope = luca.freshScope("flags");
        var pkg = "@" + scope + "/flag";
        var pole = "@" + scope + "/pole";
        luca.createPackage(pkg);
        luca.createPackage(pole);
        luca.patch(Api.packagePath(pkg), Map.of("description", "\"><script>alert(1)</script>"))
                .is(200);
        var readme = "# Flag\n\n```ts\nwave();\n```\n<img src=x onerror=alert(1)>\n";
        put(luca, pkg, "1.0.0", FIRST, readme);
        var second =
                FIRST.replace("times?: number", "times: number, gently = false")
                        .replace("export interface Cloth", "interface Cloth");
        put(luca, pkg, "1.1.0", second + "export const fast = Math.random();\n", readme);
        var use = "import { wave } from \"jsr:%s@^1.0.0\";\nexport const w: typeof wave = wave;\n";
        put(luca, pole, "1.0.0", use.formatted(pkg), readme);
        return new DocumentedFlags(pkg, pole);
    }

    private static void put(Api luca, String pkg, String version, String mod, String readme) {
        var config =
                """
                {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                """
                        .formatted(pkg, version);
        var upload =
                Tarball.of("./", Map.of("deno.json", config, "mod.ts", mod, "README.md", readme));
        var task = luca.upload(pkg, version, upload).is(200).json().path("id").asString();
        luca.awaitSuccess(task);
    }
}
