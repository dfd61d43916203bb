// Documentation as people meet it, in a real browser: pictures of every kind of page, wide, narrow and
// dark, and no script of a stranger runs on any of them.
//
//   node docs.mjs <registry> <package> <symbol> <folder for screenshots>
//
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open } from "./kit.mjs";

const [registry, pkg, symbol, folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node docs.mjs <registry> <package> <symbol> <folder for screenshots>");
const base = registry.replace(/\/$/, "");

const pages = {
  entry: `/${pkg}/doc`,
  symbol: `/${pkg}/doc/~/${symbol}`,
  symbols: `/${pkg}/doc/all_symbols`,
  score: `/${pkg}/score`,
  dependencies: `/${pkg}/dependencies`,
  dependents: `/${pkg}/dependents`,
  diff: `/${pkg}/diff`,
};
const looks = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 390, height: 800 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

let browser;
before(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await open();
});
after(() => browser?.close());

for (const [look, options] of Object.entries(looks)) {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name}, ${look}: nothing runs, nothing is asked of others, nothing hangs over`, async () => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const complaints = [];
      page.on("dialog", (dialog) => {
        complaints.push("a stranger's script: " + dialog.message());
        dialog.dismiss();
      });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(base + "/")) complaints.push("asked elsewhere: " + request.url());
      });
      try {
        const answer = await page.goto(base + path, { waitUntil: "networkidle" });
        assert.equal(answer.status(), 200);
        await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, "wider than the screen");
        assert.deepEqual(complaints, []);
      } finally {
        await context.close();
      }
    });
  }
}
