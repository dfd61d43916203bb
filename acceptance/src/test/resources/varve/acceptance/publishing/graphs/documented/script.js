"use strict";
var a = globalThis.require?.("x");
require("./none.js");
