// Pictures of the main pages and of those for members and staff, wide, narrow and dark.
//
//   SUBJECT=subject.json node screenshots.mjs <folder>
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LOOKS, base, cookies, open, subject, visit } from "./kit.mjs";
import { others, own, scenes } from "./scenes.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const browser = await open();
const take = (page, complaints, look) => async ([scene, address]) => {
  await page.goto(base + address);
  if (scene === "trouble") complaints.splice(0); // the browser itself reports every 404
  await page.screenshot({ path: join(folder, `${scene}-${look}.png`), fullPage: true });
};
for (const [look, options] of Object.entries(LOOKS)) {
  await visit(browser, options, async (page, complaints) => {
    for (const scene of Object.entries({ ...scenes(subject), ...others(subject) })) await take(page, complaints, look)(scene);
    await page.goto(base + "/");
    await page.getByRole("combobox").pressSequentially(scenes(subject).results.split("=")[1], { delay: 30 });
    await page.getByRole("option").first().waitFor();
    await page.getByRole("combobox").press("ArrowDown");
    await page.screenshot({ path: join(folder, `suggestions-${look}.png`) });
    await page.context().addCookies(cookies());
    for (const scene of Object.entries(own(subject))) await take(page, complaints, look)(scene);
  });
}
await browser.close();
