export declare function hoist(p: unknown): unknown;
export * from "./late.js";
