#!/usr/bin/env -S deno run
/// <reference path="./ambient.d.ts" />
/// <reference types="./types.d.ts" resolution-mode="import" />
const mast = "😀é", quay = 1; import * as flags from "./flags.ts"; /* one */ import {} from "./side.js";
// @ts-types="./types.d.ts"
import "./plain.js";
foo(); // @ts-types="./types.d.ts"
import "./other.js";
import defer * as later from "./plain.js";
import data from "./data.json" with { type: "json" };
import nothing from "./plain.js" with {};
import type { Flag } from "./flags.ts";
import { type Flag as Banner, colours } from "./flags.ts";
export * from "./flags.ts";
export * as all from "./flags.ts";
export type { Flag as Pennant } from "./flags.ts";
export type * as kinds from "./flags.ts";
/** Said. */ export { hoist as raise } from "./flags.ts";
function foo(): void {}
export type Cloth = import("./flags.ts").Flag | import("./types.d.ts", { with: { "resolution-mode": "import" } }).Thread<string>;
export default function (way: import("./flags.ts").Flag = import("./plain.js") as never): import("./types.d.ts").Rope { return import("./other.js") as never; }
export class Mast extends (class { a = import("./plain.js"); }) { b = import("./other.js"); static { import("./side.js"); } m(): unknown { return this; } }
export const one: unknown = await import(/* soon */ "./plain.js");
export const two = (): Promise<unknown> => import(`./${mast}/b.ts`);
export const three = (): Promise<unknown> => import("./" + quay + ".ts", { with: { type: "json" } });
export const four = (): Promise<unknown> => import(mast, { with: { type: mast, [mast]: "x" } });
export const five = (): Promise<unknown> => import(`./plain.js`, { with: { type: mast, x: "y" } });
export const six: unknown = import(import("./plain.js") as never as string);
export const seven = (): unknown => [import("./a" + ".ts"), import("./b" as string), import(`a${1}b${2}`)];
do { import("./plain.js"); } while (await import("./other.js") === 1);
const tagged = String.raw<import("./flags.ts").Flag>`${import("./plain.js")}`;
// @deno-types=./types.d.ts
import "./side.js";
export { tagged, data, later, nothing, flags, colours, type Banner };
//# sourceMappingURL=mod.ts.map
