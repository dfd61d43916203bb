// Pictures of the main pages, wide, narrow and dark.
//
//   SUBJECT='{"registry":…}' node screenshots.mjs <folder>
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LOOKS, base, open, scenes, visit } from "./kit.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const browser = await open();
for (const [look, options] of Object.entries(LOOKS)) {
  await visit(browser, options, async (page, complaints) => {
    for (const [scene, address] of Object.entries(scenes())) {
      await page.goto(base + address);
      if (scene === "trouble") complaints.splice(0); // the browser itself reports every 404
      await page.screenshot({ path: join(folder, `${scene}-${look}.png`), fullPage: true });
    }
    await page.goto(base + "/");
    await page.getByRole("combobox").pressSequentially(scenes().results.split("=")[1], { delay: 30 });
    await page.getByRole("option").first().waitFor();
    await page.getByRole("combobox").press("ArrowDown");
    await page.screenshot({ path: join(folder, `suggestions-${look}.png`) });
  });
}
await browser.close();
