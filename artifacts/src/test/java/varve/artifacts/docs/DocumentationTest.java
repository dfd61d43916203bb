package varve.artifacts.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.artifacts.docs.Documents.all;
import static varve.artifacts.docs.Documents.find;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Member;

class DocumentationTest {
    private static final Documents DOCUMENTS = new Documents();

    @AfterAll
    static void stop() {
        DOCUMENTS.close();
    }

    @Test
    void functions_are_told_by_their_overloads() {
        var documentation =
                DOCUMENTS.of(
                        """
                        /** Waves once. */
                        export function wave(colour: string): void;
                        /** Waves often. */
                        export function wave(colour: string, times: number): boolean;
                        export function wave(colour: string, times?: number): any {}
                        """);

        assertThat(all(documentation, "wave"))
                .extracting(each -> each.code().text() + " // " + text(each))
                .containsExactly(
                        "function wave(colour: string): void // Waves once.",
                        "function wave(colour: string, times: number): boolean // Waves often.");
        assertThat(find(documentation, "wave").at()).hasToString("file:///mod.ts:2:8");
    }

    @Test
    void parameters_are_explained() {
        var wave =
                find(
                        DOCUMENTS.of(
                                """
                                /**
                                 * Waves.
                                 *
                                 * @param colour - of the {@link Flag}
                                 * @param [times=3] how often
                                 * @returns {boolean} whether anybody saw it
                                 * @throws {TypeError} at night
                                 * @example By day
                                 * ```ts
                                 * // @ts-expect-error no tag
                                 * wave("red");
                                 * ```
                                 * @deprecated Use {@linkcode Flag.wave}.
                                 */
                                export function wave(colour: Flag, times = 3, ...rest: string[]) {}
                                export class Flag { wave(): void {} }
                                """),
                        "wave");

        assertThat(wave.code().text())
                .isEqualTo("function wave(colour: Flag, times?: number, ...rest: string[]): void");
        assertThat(wave.parameters())
                .extracting(each -> each.name() + "|" + each.optional() + "|" + each.text())
                .containsExactly(
                        "colour|false|of the {@link Flag}",
                        "times|true|how often",
                        "...rest|false|");
        var doc = Objects.requireNonNull(wave.doc());
        assertThat(doc.first("returns"))
                .contains(new Doc.Tag("returns", "boolean", null, "whether anybody saw it"));
        assertThat(doc.first("example").orElseThrow().text())
                .isEqualTo("By day\n```ts\n// @ts-expect-error no tag\nwave(\"red\");\n```");
        assertThat(Doc.isDeprecated(doc)).isTrue();
        assertThat(doc.links()).containsEntry("Flag", "~/Flag");
        assertThat(doc.links()).containsEntry("Flag.wave", "~/Flag#wave");
    }

    @Test
    void classes_show_what_others_may_use() {
        var flag =
                find(
                        DOCUMENTS.of(
                                """
                                interface Cloth<T> { of: T }
                                /** A flag. */
                                export abstract class Flag<T> extends Array<T> implements Cloth<T> {
                                  #pole = 1;
                                  private rope = 2;
                                  /** @internal */
                                  knot = 3;
                                  static readonly count: number = 0;
                                  protected size?: number;
                                  of!: T;
                                  constructor(colour: string, length: number);
                                  constructor(public readonly colour: any, length: any) { super(); }
                                  get height(): number { return 1; }
                                  set height(to: number) {}
                                  abstract hoist<U extends T>(this: Flag<T>, to: U): Promise<U>;
                                  *[Symbol.iterator](): Generator<T> {}
                                  [name: `data-${string}`]: unknown;
                                }
                                """),
                        "Flag");

        assertThat(flag.code().text())
                .isEqualTo("abstract class Flag<T> extends Array<T> implements Cloth<T>");
        assertThat(flag.members())
                .extracting(member -> member.kind() + " " + member.code().text())
                .containsExactly(
                        "PROPERTY static readonly count: number",
                        "PROPERTY protected size?: number",
                        "PROPERTY of: T",
                        "CONSTRUCTOR new (colour: string, length: number)",
                        "PROPERTY readonly colour: any",
                        "GETTER get height(): number",
                        "SETTER set height(to: number)",
                        "METHOD abstract hoist<U extends T>(this: Flag<T>, to: U): Promise<U>",
                        "METHOD *[Symbol.iterator](): Generator<T>",
                        "INDEX [name: `data-${string}`]: unknown");
    }

    @Test
    void interfaces_enums_types_variables_and_namespaces() {
        var documentation =
                DOCUMENTS.of(
                        """
                        export interface Pole { (at: number): void; new (): Pole; readonly top?: string; m(): void }
                        export const enum Colour { Red = 1, "dark blue" }
                        export type Wind = {
                          // from where
                          /** In degrees. */
                          from: number;
                        };
                        export type Any<T> = T extends Pole ? keyof T : never;
                        export const VERSION = "1.0", [first, { second }] = [1, { second: 2 }];
                        export const wave = async (colour: Colour) => {};
                        export const poles = new Map<string, Pole>();
                        export declare namespace Sea.Deep { const salt: Wind; type Wave = Sea.Deep.Wave[]; }
                        export default class { sail(): void {} }
                        """);

        assertThat(signatures(documentation))
                .containsExactly(
                        "Pole INTERFACE interface Pole",
                        "Colour ENUM const enum Colour",
                        "Wind TYPE_ALIAS type Wind = {\n  from: number;\n}",
                        "Any TYPE_ALIAS type Any<T> = T extends Pole ? keyof T : never",
                        "VERSION VARIABLE const VERSION = \"1.0\"",
                        "first VARIABLE const first",
                        "second VARIABLE const second",
                        "wave VARIABLE const wave: (colour: Colour) => Promise<void>",
                        "poles VARIABLE const poles: Map<string, Pole>",
                        "Sea NAMESPACE namespace Sea",
                        "default CLASS class");
        assertThat(find(documentation, "Pole").members())
                .extracting(member -> member.kind() + " " + member.code().text())
                .containsExactly(
                        "CALL (at: number): void",
                        "CONSTRUCT new (): Pole",
                        "PROPERTY readonly top?: string",
                        "METHOD m(): void");
        assertThat(find(documentation, "Colour").members())
                .extracting(Member::name)
                .containsExactly("Red", "\"dark blue\"");
        assertThat(documentation.symbols())
                .extracting(symbol -> symbol.address())
                .contains("~/Sea", "~/Sea.Deep", "~/Sea.Deep.salt", "~/Sea.Deep.Wave");
    }

    @Test
    void names_are_followed_through_other_modules_and_packages() {
        var documentation =
                DOCUMENTS.of(
                        Map.of(
                                "/mod.ts",
                                """
                                /** All about flags.
                                 * @module */
                                import { join, type SEP } from "jsr:@std/path@^1/posix";
                                import type * as deep from "./deep.ts";
                                export * from "./flag.ts";
                                export * as all from "./flag.ts";
                                export { Flag as Banner } from "./flag.ts";
                                export { join };
                                export function sep(s: typeof SEP, d: deep.Deep, h: Hidden): void {}
                                interface Hidden {}
                                """,
                                "/flag.ts",
                                """
                                export * from "./mod.ts";
                                export class Flag { like(other: import("./deep.ts").Deep<Flag>): void {} }
                                export default 1;
                                """,
                                "/deep.ts",
                                "export interface Deep<T> { t: T }",
                                "/sub.ts",
                                "export type { Deep } from \"./deep.ts\";"));

        assertThat(documentation.entries())
                .extracting(Entry::key, entry -> names(entry))
                .containsExactly(
                        Tuple.tuple(".", List.of("Flag", "all", "Banner", "join", "sep")),
                        Tuple.tuple("./sub", List.of("Deep")));
        assertThat(documentation.entries().getFirst().doc())
                .isNotNull()
                .extracting(Doc::text)
                .isEqualTo("All about flags.");
        assertThat(find(documentation, "sep").code().links())
                .extracting(link -> link.to())
                .containsExactly("/@std/path/doc/posix/~/SEP", "sub/~/Deep");
        assertThat(find(documentation, "Banner").members().getFirst().code().links())
                .extracting(link -> link.to())
                .containsExactly("sub/~/Deep", "~/Flag");
        assertThat(find(documentation, "join").kind()).isEqualTo(Kind.REFERENCE);
    }

    private static List<String> names(Entry entry) {
        return entry.exports().stream().map(Entry.Exported::name).toList();
    }

    private static List<String> signatures(Documentation documentation) {
        return documentation.entries().getFirst().exports().stream()
                .map(export -> {
                    var first =
                            documentation.symbols().get(export.symbol()).declarations().getFirst();
                    return export.name() + " " + first.kind() + " " + first.code().text();
                })
                .toList();
    }

    private static String text(Declaration declaration) {
        return declaration.doc() == null ? "" : declaration.doc().text();
    }
}
