// Prints what Deno remembers of its own analysis of modules: an object by address.
import { DatabaseSync } from "node:sqlite";
const rows = new DatabaseSync(Deno.args[0]).prepare("select specifier, module_info from moduleinfocache").all();
console.log(JSON.stringify(Object.fromEntries(rows.map((row) => [row.specifier, JSON.parse(String(row.module_info))]))));
