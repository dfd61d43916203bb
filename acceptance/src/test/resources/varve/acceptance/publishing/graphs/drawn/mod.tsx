/**
 * @jsxImportSource npm:preact@10
 */
/* @jsxImportSourceTypes npm:preact@10 */
// @jsxImportSource ignored
import { Part } from "./part.jsx";
import type { Side } from "./types.d.ts";
/** A flag. */
export function Flag(props: { side: Side }): unknown { return <Part side={props.side} more={import("./part.jsx")} />; }
