export type Flag = "red" | "blue";
export const colours: Flag[] = ["red"];
export function hoist(): void {}
