package varve.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.Workspace;

/// What the browser is shown, once on a registry: a package of sources with everything that a
/// README can contain, what it needs, who needs it, and a package that came from npm.
///
/// @param attempt with which the flag was published
record Shown(String scope, String attempt, ShownModule module, ShownPeople people) {
    private static final String README =
            """
            # Flags

            Makes flags of **cloth**. See [the parade](src/parade.ts).

            > [!NOTE]
            > Wash at 30°.

            > [!WARNING]
            > Not in a storm.

            ## Usage

            ```ts
            import { flag } from "@luca/flag";
            console.log(flag("green", 2)); // two metres high
            ```

            - [x] hoist
            - [ ] lower

            | colour | price |
            |---|---:|
            | green | 3 |
            """;

    static Shown on(RunningVarve varve) {
        var luca = varve.api();
        var scope = "luca";
        luca.createScope(scope);
        varve.api().createPackage("@" + scope + "/cloth");
        publish(
                varve,
                scope,
                "cloth",
                "1.0.0",
                Map.of("mod.ts", "export const cloth: string = \"c\";\n"));
        var files = new LinkedHashMap<String, String>();
        files.put("README.md", README);
        files.put("LICENSE", "MIT\n");
        files.put(
                "mod.ts",
                """
                /**
                 * Flags of one colour, and the masts they hang from.
                 *
                 * ```ts
                 * import { flag, Mast } from "@luca/flag";
                 * new Mast(12).hoist(flag("green"));
                 * ```
                 *
                 * @module
                 */
                import { cloth } from "jsr:@%s/cloth@^1.0.0";

                /** Colours that cloth is dyed in. */
                export type Colour = "blue" | "green" | "yellow";

                /** What hangs from a mast. */
                export interface Flag {
                  /** What it is made of. */
                  cloth: string;
                  /** In metres. */
                  height: number;
                }

                /** What flags hang from. */
                export class Mast {
                  /** The flag at the top. */
                  top?: Flag;
                  /** @param height in metres */
                  constructor(readonly height: number) {}
                  /** Hoists a flag to the top. */
                  hoist(flag: Flag): void {
                    this.top = flag;
                  }
                }

                /**
                 * Makes a flag of one colour.
                 *
                 * @param colour that the cloth is dyed in
                 * @param height in metres
                 * @returns what can be hoisted
                 */
                export function flag(colour: Colour, height = 2): Flag {
                  return { cloth: `${colour} ${cloth}`, height }; // so high
                }

                /** Where the wind comes from. */
                export enum Wind {
                  /** Calm, so nothing flies. */
                  None = 0,
                  North,
                  East = "east",
                }

                /** Furls a flag. */
                export function furl(flag: Flag): void;
                /**
                 * Furls several.
                 *
                 * @deprecated one at a time is safer
                 */
                export function furl(flags: readonly Flag[], wind?: Wind): void;
                export function furl(): void {}

                /** How ropes are tied. */
                export namespace knots {
                  /** Holds under load. */
                  export function bowline(length: number): string {
                    return "bowline".repeat(length);
                  }
                  /** Joins two ropes. */
                  export const reef: string = "reef";
                }

                /** What each signal flag says. */
                export const SIGNALS: Readonly<Record<"alfa" | "bravo" | "charlie", { readonly letter: string; readonly meaning: string; readonly colours: readonly Colour[]; read(by: (colour: Colour, place: number) => boolean): Promise<Map<string, readonly Colour[]>> }>> = {} as never;
                """
                        .formatted(scope));
        files.put("src/parade.ts", "export const parade: string[] = [\"green\"];\n");
        varve.api().createPackage("@" + scope + "/flag");
        var attempt = publish(varve, scope, "flag", "1.0.0", files);
        files.put("src/wind.ts", "export const wind: number = 7;\n");
        publish(varve, scope, "flag", "1.1.0", files);
        luca.patch(
                        "/api/scopes/" + scope + "/packages/flag",
                        Map.of("description", "Flags of one colour, and the masts they hang from"))
                .is(200);
        luca.patch(
                        "/api/scopes/" + scope + "/packages/flag",
                        Map.of("runtimeCompat", Map.of("deno", true, "node", true)))
                .is(200);
        publishPole(varve, scope);
        return new Shown(scope, attempt, ShownModule.on(varve), ShownPeople.on(varve));
    }

    /// @return the attempt's id
    private static String publish(
            RunningVarve varve,
            String scope,
            String name,
            String version,
            Map<String, String> files) {
        var pkg = "@" + scope + "/" + name;
        var all = new LinkedHashMap<String, String>(files);
        all.put(
                "deno.json",
                """
                {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                """
                        .formatted(pkg, version));
        var upload = varve.api().upload(pkg, version, Tarball.of("./", all)).is(200);
        var attempt = upload.json().path("id").asString();
        varve.api().awaitSuccess(attempt);
        return attempt;
    }

    private static void publishPole(RunningVarve varve, String scope) {
        try {
            var folder = Files.createTempDirectory("varve-pole-");
            var npm = varve.npm().toString();
            var pole =
                    Workspace.in(folder, "pole")
                            .file(
                                    ".npmrc",
                                    "registry=%s\n%s:_authToken=%s\n"
                                            .formatted(
                                                    npm,
                                                    npm.replace("http:", ""),
                                                    varve.api().token()))
                            .file(
                                    "package.json",
                                    """
                                    {"name":"@%s/pole","version":"2.0.0","license":"ISC",
                                     "description":"Poles that flags hang from","main":"index.js",
                                     "keywords":["pole","mast"],"bin":{"pole":"index.js"},
                                     "engines":{"node":">=18"},"dependencies":{"ms":"^2.1.0"},
                                     "repository":"https://example.org/luca/pole"}
                                    """
                                            .formatted(scope))
                            .file("README.md", "# Poles\n\nOf `wood`.\n")
                            .file("index.js", "module.exports = { length: 7 };\n")
                            .file("lib/index.d.ts", "export declare const length: number;\n");
            Clients.of(varve, folder).from(varve.npm()).npm(pole, "publish").succeeds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the scripts read it.
    Map<String, Object> subject(RunningVarve varve) {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("registry", varve.registry().toString());
        subject.put("scope", scope);
        subject.put("pkg", "@" + scope + "/flag");
        subject.put("npm", "@" + scope + "/pole");
        subject.put("version", "1.0.0");
        subject.put("file", "/mod.ts");
        subject.put("attempt", attempt);
        subject.put("module", module.name());
        subject.put("build", module.build());
        subject.put("person", people.person());
        subject.put("session", people.session());
        subject.put("password", Api.PASSWORD);
        subject.put("ticket", people.ticket());
        subject.put("code", people.code());
        return subject;
    }
}
