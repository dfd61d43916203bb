/** @jsxImportSource npm:preact@10 */
/** @type {import("./types.d.ts").Side} */
export const side = 1;
export const Part = (props) => <b>{props.side}</b>;
