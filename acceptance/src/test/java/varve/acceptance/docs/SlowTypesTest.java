package varve.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Workspace;
import varve.artifacts.engine.Engine;

/// Slow types as the workshop finds them beside those of `deno publish --dry-run`: the same codes
/// at the same places.
class SlowTypesTest {
    private static final Pattern FINDING =
            Pattern.compile("error\\[([a-z-]+)]: .*\\R\\s*--> \\S*/([a-z]+\\.[a-z]+):(\\d+:\\d+)");
    private static final Engine ENGINE = new Engine();

    @TempDir Path folder;

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @Test
    void in_functions_and_values() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        function foo(): number { return 1; }
                        export function a() { return 1; }
                        export const b = foo();
                        export default foo();
                        export const { d } = { d: 1 };
                        export const arrow = () => foo();
                        export const empty = () => { };
                        export const same = (x: string) => x;
                        export const never = () => { throw new Error(); };
                        export const calls = function () { foo(); };
                        export const bare = function () { return; };
                        export function* gen() { yield 1; }
                        export async function late() { await 1; }
                        export const obj = { a: foo(), b() { return 1; }, c: 1 };
                        export const inner = { a: () => foo(), b: (x) => 1 };
                        export const text = `a${1}`;
                        export const sym = Symbol("x");
                        export const fresh = new Array<string>();
                        export const fixed = [1, 2] as const;
                        export const re = /a/;
                        export function over(a: string): void;
                        export function over(a) { return a; }
                        export const neg = -1, cond = true ? 1 : 2, idx = fixed[0], aw = await fixed;
                        export const sat = { a: 1 } satisfies object;
                        export function dest({ a, b }, [c]: number[], ...rest) {}
                        export function defaults(a = 1, b = foo(), c = fixed, { d } = { d: 1 }) {}
                        export const tagged = String.raw`x`;
                        export const type = class { x = foo(); };
                        export const maybe = obj?.c;
                        """));
    }

    @Test
    void in_classes() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        function foo(): any { return class {}; }
                        export class C {
                          x = foo();
                          private y = foo();
                          #z = foo();
                          m(p, q = 1) { return p; }
                          private hidden() { return foo(); }
                          get g() { return 1; }
                          set g(v) {}
                          static s = new Map();
                          ok = [1, "a"];
                          arrow = () => foo();
                          constructor(private readonly h = foo(), public k) {}
                          over(a: string): void;
                          over(a) { return a; }
                          static { foo(); }
                        }
                        export class D extends foo() {}
                        export abstract class E { abstract n(); abstract p; }
                        """));
    }

    @Test
    void in_what_the_interface_rests_on_and_nowhere_else() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        import { type Used, Unused, base } from "./other.ts";
                        import * as all from "./third.ts";
                        export { passed } from "./other.ts";
                        export * from "./fourth.ts";
                        export function f(u: Used, h: Hidden): all.One { return base(Unused); }
                        interface Hidden { deep: Deep }
                        class Deep { n = foo(); }
                        class Unseen { n = foo(); }
                        function foo(): number { return 1; }
                        export type X = typeof hidden;
                        const hidden = foo();
                        export const copy = source;
                        const source = foo();
                        export namespace NS { export const z = foo(); const y = foo(); }
                        export function imported(x: import("./fifth.ts").Fifth): void {}
                        """,
                        "other.ts",
                        """
                        export class Used { n = base(1); }
                        export class Unused { n = base(1); }
                        export function base(x) { return x; }
                        export function passed() { return 1; }
                        """,
                        "third.ts",
                        """
                        export class One { n = Math.random(); }
                        export class Two { n = Math.random(); }
                        """,
                        "fourth.ts",
                        "export function four() { return 4; }\n",
                        "fifth.ts",
                        "export class Fifth { n = Math.random(); }\nexport const m = Math.max();\n"));
    }

    @Test
    void in_what_values_without_a_type_mention() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        export const n = base.x.y(arg, () => inner(), { [key]: val, short, a: b.c });
                        const base = h(), arg = h(), inner = h(), key = h(), val = h(), short = h();
                        const b = h(), c = h(), a = h();
                        function h(): any { return 1; }
                        export const wrapped = wrap((own: number, mine) => own + mine);
                        const own = h(), mine = h(), wrap = h();
                        export const f = () => g(x);
                        const x = h();
                        function g(z) { return z; }
                        export function d(p = k(y)): void {}
                        const y = h();
                        function k(z) { return z; }
                        export const made = new Thing(one);
                        class Thing { p = h(); }
                        const one = h();
                        export const u = function (q: number) { return local(q); };
                        function local(z) { return z; }
                        export default make();
                        function make() { return 1; }
                        export class X extends mixin(P) { get v() { return r(); } }
                        function mixin(z) { return z; }
                        class P { p = h(); }
                        function r() { return 1; }
                        export enum E { A = first() }
                        function first() { return 1; }
                        export const block = h(() => { return unseen(); });
                        function unseen(z) { return z; }
                        """));
    }

    @Test
    void in_what_is_made_by_classes_elsewhere_or_with_parameters() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        import { Far } from "./other.ts";
                        export const far = new Far();
                        export const near = new Near(one);
                        class Near {}
                        const one = Math.random();
                        export const arrow = () => new Near();
                        export const several = [new Near(), { near: new Near() }];
                        export class Holder { near = new Near(); far = new Far(); at = new Date(); }
                        export const of = new Of<string>();
                        export const open = new Of();
                        class Of<T> { held?: T }
                        const Expression = class {};
                        export const expressed = new Expression();
                        export const url = new URL("x:y");
                        export class Sub extends Far {}
                        export const sub = new Sub();
                        export function given(near = new Near(), far = new Far()): void {}
                        """,
                        "other.ts",
                        "export class Far {}\n"));
    }

    @Test
    void clean_code_has_none() {
        same(
                Map.of(
                        "mod.ts",
                        """
                        export function wave(times: number): string { return "~".repeat(times); }
                        export const VERSION = "1.0.0";
                        """));
    }

    private void same(Map<String, String> files) {
        var workspace =
                Workspace.in(folder, "flag")
                        .file(
                                "deno.json",
                                """
                                {"name":"@luca/flag","version":"1.0.0","license":"MIT",\
                                "exports":"./mod.ts"}
                                """);
        files.forEach(workspace::file);
        var run =
                Clients.alone(folder)
                        .deno(workspace, "publish", "--dry-run", "--allow-dirty", "--no-check");
        var theirs = new TreeSet<String>();
        var found = FINDING.matcher(run.output());
        while (found.find()) {
            theirs.add(found.group(2) + ":" + found.group(3) + " " + found.group(1));
        }
        var ours = new TreeSet<String>();
        for (var slow : Studied.of(workspace.folder(), ENGINE).documentation().slowTypes()) {
            var at = slow.at();
            ours.add(
                    at.file().substring(1)
                            + ":"
                            + at.line()
                            + ":"
                            + at.column()
                            + " "
                            + slow.code());
        }

        assertThat(ours).isEqualTo(theirs);
        assertThat(run.exitCode() == 0).isEqualTo(theirs.isEmpty());
    }
}
