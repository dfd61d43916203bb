// The pages as people meet them, in a real browser, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, base, open, subject, visit } from "./kit.mjs";
import { others, own, scenes } from "./scenes.mjs";

const { attempt, npm, pkg, version } = subject;
const [scope, name] = pkg.slice(1).split("/");
const typed = name.slice(0, 3);

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

test("the home page has a name, a search box and this base's address", () =>
  visit(browser, {}, async (page) => {
    const answer = await page.goto(base + "/");
    assert.match(answer.headers()["content-security-policy"], /default-src 'none'/);
    await page.getByRole("heading", { level: 1, name: "Varve" }).waitFor();
    assert.ok(await page.getByRole("combobox").isVisible());
    assert.ok((await page.locator("main").innerText()).includes("JSR_URL=" + base));
  }));

test("one letter suggests nothing, three letters suggest the package", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/");
    const box = page.getByRole("combobox");
    await box.pressSequentially(typed[0]);
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("option").count(), 0);
    await box.pressSequentially(typed.slice(1), { delay: 30 });
    await page.getByRole("option", { name: pkg }).first().waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
  }));

test("arrows choose, Escape closes, Enter opens", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/");
    const box = page.getByRole("combobox");
    await box.pressSequentially(name, { delay: 20 });
    await page.getByRole("option", { name: pkg }).first().waitFor();
    await box.press("ArrowDown");
    const chosen = page.locator("[role=option][aria-selected=true]");
    assert.equal(await chosen.getAttribute("href"), "/" + pkg);
    assert.equal(await box.getAttribute("aria-activedescendant"), await chosen.getAttribute("id"));
    await box.press("Escape");
    assert.equal(await page.locator("#suggestions").isVisible(), false);
    assert.equal(await box.inputValue(), name);
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.waitForURL(base + "/" + pkg);
  }));

test("Enter without a choice shows all results", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/");
    await page.getByRole("combobox").fill(typed);
    await page.getByRole("combobox").press("Enter");
    await page.waitForURL(base + "/packages?search=" + typed);
    await page.getByRole("link", { name: pkg }).first().waitFor();
  }));

test("the package page shows the README and how to install from here", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/" + pkg);
    await page.locator(".readme h1").waitFor();
    assert.equal(await page.locator("[style], script:not([src])").count(), 0);
    const install = page.locator(".install");
    assert.ok((await install.innerText()).includes(`JSR_URL=${base} deno add jsr:${pkg}`));
    await install.getByText("npm", { exact: true }).click();
    assert.ok((await install.innerText()).includes(`npm install ${pkg}@npm:@jsr/${scope}__${name}`));
  }));

test("a click copies what one is to type", () =>
  visit(browser, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.goto(base + "/" + pkg);
    await page.locator(".install .copy:visible").first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `JSR_URL=${base} deno add jsr:${pkg}`);
  }));

test("code is shown in colours", () =>
  visit(browser, {}, async (page) => {
    await page.goto(`${base}/${pkg}/${version}/mod.ts`);
    assert.ok((await page.locator(".source .hl-word").count()) > 0);
    await page.goto(base + "/" + pkg);
    assert.ok((await page.locator(".readme .hl-word").count()) > 0);
    await page.locator(".readme .alert-title").first().waitFor();
  }));

test("an npm package has a page with its README, versions and files", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/" + npm);
    await page.locator(".readme h1").waitFor();
    assert.ok((await page.locator(".install").innerText()).includes("npm install " + npm));
    await page.getByRole("navigation", { name: "Package" }).getByText("Versions").click();
    await page.locator("tbody tr").first().waitFor();
    await page.getByRole("navigation", { name: "Package" }).getByText("Files").click();
    await page.getByRole("link", { name: "lib/" }).click();
    await page.getByRole("link", { name: "index.d.ts" }).click();
    await page.locator("#L1").waitFor();
  }));

for (const javaScriptEnabled of [true, false]) {
  test(`one reads in the language one chose, scripts ${javaScriptEnabled ? "on" : "off"}`, () =>
    visit(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${base}/${pkg}/versions`);
      await page.getByRole("link", { name: "Português" }).click();
      await page.waitForURL(`${base}/${pkg}/versions`);
      assert.equal(await page.locator("html").getAttribute("lang"), "pt");
      await page.locator(".tabs").getByText("Versões").waitFor();
    }));
}

test("the browser's language counts while none is chosen", () =>
  visit(browser, { locale: "pt-BR" }, async (page) => {
    await page.goto(base + "/");
    assert.equal(await page.locator("html").getAttribute("lang"), "pt");
    assert.equal(await page.locator("#search").getAttribute("placeholder"), "Buscar pacotes");
  }));

test("the keyboard reaches the content first", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/" + pkg);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  }));

test("files can be browsed and lines linked to, at the address where tools get the file", () =>
  visit(browser, {}, async (page) => {
    await page.goto(base + "/" + pkg);
    await page.getByRole("navigation", { name: "Package" }).getByText("Files").click();
    await page.getByRole("link", { name: /\.[jt]s$/ }).first().click();
    await page.locator("#L1").waitFor();
    await page.locator("#L1 a").click();
    assert.ok(page.url().endsWith("#L1"));
    const address = page.url().replace("#L1", "");
    const raw = await page.evaluate((url) => fetch(url).then((answer) => answer.text()), address);
    const line = await page.locator("#L1").innerText();
    assert.equal(line.replace(/^1/, "").trimEnd(), raw.split("\n")[0].trimEnd());
  }));

test("versions are listed", () =>
  visit(browser, {}, async (page) => {
    await page.goto(`${base}/${pkg}/versions`);
    assert.ok((await page.locator("tbody tr").count()) > 0);
  }));

test("what is not there is said with a page", () =>
  visit(browser, {}, async (page, complaints) => {
    const answer = await page.goto(`${base}/@${scope}/no-such-package`);
    assert.equal(answer.status(), 404);
    await page.getByText("no-such-package").waitFor();
    complaints.splice(0); // the browser itself reports every 404
  }));

test("everything works without scripts", () =>
  visit(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(base + "/");
    await page.locator("#search").fill(name);
    await page.locator("main button").click();
    await page.getByRole("link", { name: pkg }).first().click();
    await page.locator(".readme h1").waitFor();
    await page.locator(".install").getByText("pnpm", { exact: true }).click();
    assert.ok(await page.getByText("pnpm add").isVisible());
    await page.getByRole("navigation", { name: "Package" }).getByText("Versions").click();
    await page.locator("tbody tr").first().waitFor();
  }));

test("an attempt that ended says how", { skip: !attempt }, () =>
  visit(browser, {}, async (page) => {
    await page.goto(`${base}/status/${attempt}`);
    await page.locator("#status .notice").waitFor();
    assert.equal(await page.locator("[data-refresh]").count(), 0);
  }));

test("an attempt under way says by itself how it ends", () =>
  visit(browser, {}, async (page) => {
    const address = `${base}/status/${attempt}`, news = `/api/publishing_tasks/${attempt}/events`;
    const ended = await (await fetch(address, { headers: { accept: "text/html" } })).text();
    const begun = ended.replace('<div id="status"', `<div id="status" data-refresh="/status/${attempt}" data-live="${news}"`).replace(/<p class="notice good">.*?<\/p>/s, "");
    assert.doesNotMatch(begun, /class="notice/);
    let asked = 0;
    await page.route(address, (route) => (asked++ ? route.continue() : route.fulfill({ contentType: "text/html;charset=utf-8", body: begun })));
    const told = page.waitForRequest(base + news);
    await page.goto(address);
    await told;
    await page.locator("#status .notice.good").waitFor();
    assert.equal(await page.locator("[data-refresh]").count(), 0);
    assert.equal(asked, 2);
  }));

for (const [look, options] of Object.entries(LOOKS)) {
  test(`nothing sticks out, ${look}`, () =>
    visit(browser, options, async (page, complaints) => {
      for (const [scene, address] of Object.entries(scenes(subject))) {
        await page.goto(base + address);
        if (scene === "trouble") complaints.splice(0); // the browser itself reports every 404
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(tooWide <= 0, `${scene} is ${tooWide}px too wide`);
      }
    }));
}
