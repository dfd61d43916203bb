// @ts-self-types="./mod.d.ts"
/** @type {import("./types.ts").Flag} */
/** @import { Flag } from "./types.ts" */
/** @import * as all from './types.ts' with { "resolution-mode": "import" } */
/** @import Flag from "./types.ts" with { 'resolution-mode': 'require' } */
/**
 * important: {import("./types.ts").Flag}
 * @param {{x: import('./types.ts').Flag, y: number}} p and {Flag & { z: import("./types.ts").Rope }}
 * @returns { import( "./types.ts", { with: { "resolution-mode": "import" } } ).Rope }
 */
export function hoist(p) { return p; }
/* {import("./none.ts")} */
// {import("./none.ts")}
import "./script.js";
export * from "./late.js";
