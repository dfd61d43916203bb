// Prints what each of the modules named in names.json exports, or why it cannot be loaded here.
import fs from "node:fs";
const answers = {};
for (const [key, specifier] of Object.entries(JSON.parse(fs.readFileSync(new URL("./names.json", import.meta.url), "utf8")))) {
  const attributes = specifier.endsWith(".json") ? { with: { type: "json" } } : {};
  try {
    answers[key] = Object.keys(await import(specifier, attributes)).sort().join(" ");
  } catch (error) {
    answers[key] = "cannot be loaded: " + String(error).split("\n")[0];
  }
}
console.log("\n" + JSON.stringify(answers));
process.exit(0);
