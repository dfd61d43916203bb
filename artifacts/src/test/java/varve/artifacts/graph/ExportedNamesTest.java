package varve.artifacts.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.artifacts.engine.Complaint;
import varve.artifacts.engine.Engine;

class ExportedNamesTest {
    private static final Engine ENGINE = new Engine();

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export function f(): void; export function f(a: 1): void; export function f() {}",
                "export interface A {} export const A = 1;",
                "export namespace A { export const b = 1; } export class A {}",
                "export enum A { B } export enum A { C = 1 }",
                "type A = 1; const A = 1; export { A }; export type { A as B };",
                "for (var i = 0; i < 1; i++) {} export { i };",
                "{ var a = 1; } export { a };",
                "const { b, c: [d = 1, ...e], ...f } = {} as never; export { b, d, e, f };",
                "import a, * as b from './b.ts'; import { c as d } from './b.ts'; export { a, b, d };",
                "declare const a: 1; declare function b(): void; export { a, b };",
                "import A = B.C; namespace B { export const C = 1; } export { A };",
                "export * from './b.ts'; export * from './c.ts'; export const a = 1;",
                "export default interface A {} export default function f() {}",
                "export { a as default } from './a.ts'; export { default as b } from './a.ts';",
                "const a = 1; export { a as 'a-b', a as 'c' };",
                "namespace A.B { } export { A };"
            })
    void lets_pass_what_typescript_merges_and_hoists(String text) {
        assertThat(ExportedNames.flaw(ENGINE.parse("mod.ts", text).program().path("node")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export const a = 1; export { a };",
                "export { a } from './a.ts'; export { a } from './b.ts';",
                "export { a }; function f() { const a = 1; }",
                "export default 1; export default class {}",
                "const a = 1; export { a as default }; export default a;",
                "export * as a from './a.ts'; export class a {}",
                "export { Promise };"
            })
    void finds_what_is_said_twice_or_declared_nowhere(String text) {
        var parsed = ENGINE.parse("mod.ts", text);
        assertThat(ExportedNames.flaw(parsed.program().path("node")))
                .map(Complaint::message)
                .get()
                .asString()
                .containsAnyOf("Duplicated export", "is not defined");
    }
}
