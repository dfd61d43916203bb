/// <reference types="./mod.d.ts" />
export const late = 1;
// after
//# sourceMappingURL=late.js.map
