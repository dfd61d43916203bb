export type Side = 1;
