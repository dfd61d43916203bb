export type Flag = 1;
export interface Rope {}
export default interface Whole {}
