export interface Rope {}
export type Thread<T> = T;
