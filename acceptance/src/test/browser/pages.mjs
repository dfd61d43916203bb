// The pages as people meet them, in a real browser.
//
//   node pages.mjs <registry> <package> <folder for screenshots> [attempt]
//
// <package> is published, with a README that begins with a heading; [attempt] is one that ended.
// CHROMIUM names another browser than /usr/bin/chromium, CLIENTS another folder to find
// playwright-core from than acceptance/clients.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const [registry, pkg, folder, attempt] = process.argv.slice(2);
if (!folder) throw new Error("usage: node pages.mjs <registry> <package> <folder for screenshots> [attempt]");
const base = registry.replace(/\/$/, "");
const clients = process.env.CLIENTS ?? fileURLToPath(new URL("../../../clients", import.meta.url));
const { chromium } = createRequire(join(resolve(clients), "package.json"))("playwright-core");
const [scope, name] = pkg.slice(1).split("/");
const PATIENCE = 10_000;

let browser;
before(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" "),
  });
});
after(() => browser?.close());

/** A visit that must end without a complaint in the console and without a request to anybody else. */
async function visit(options, what) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(base + "/")) complaints.push("asked elsewhere: " + request.url());
  });
  try {
    await what(page, complaints);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const typed = name.slice(0, 3);

test("the home page has a name, a search box and this registry's address", () =>
  visit({}, async (page) => {
    const answer = await page.goto(base + "/");
    assert.match(answer.headers()["content-security-policy"], /default-src 'none'/);
    await page.getByRole("heading", { level: 1, name: "Varve" }).waitFor();
    assert.ok(await page.getByRole("combobox").isVisible());
    assert.ok((await page.locator("main").innerText()).includes("JSR_URL=" + base));
  }));

test("one letter suggests nothing, three letters suggest the package", () =>
  visit({}, async (page) => {
    await page.goto(base + "/");
    const box = page.getByRole("combobox");
    const first = page.waitForResponse((answer) => answer.url().includes("/search/suggest"));
    await box.pressSequentially(typed[0]);
    await first;
    assert.equal(await page.getByRole("option").count(), 0);
    await box.pressSequentially(typed.slice(1), { delay: 30 });
    await page.getByRole("option", { name: pkg }).first().waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
  }));

test("arrows choose, Escape closes, Enter opens", () =>
  visit({}, async (page) => {
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
  visit({}, async (page) => {
    await page.goto(base + "/");
    await page.getByRole("combobox").fill(typed);
    await page.getByRole("combobox").press("Enter");
    await page.waitForURL(base + "/packages?search=" + typed);
    await page.getByRole("link", { name: pkg }).first().waitFor();
  }));

test("the package page shows the README and how to install from here", () =>
  visit({}, async (page) => {
    await page.goto(base + "/" + pkg);
    await page.locator(".readme h1").waitFor();
    assert.equal(await page.locator("[style], script:not([src])").count(), 0);
    const install = page.locator(".install");
    assert.ok((await install.innerText()).includes(`JSR_URL=${base} deno add jsr:${pkg}`));
    await install.getByText("npm", { exact: true }).click();
    assert.ok((await install.innerText()).includes(`npm install ${pkg}@npm:@jsr/${scope}__${name}`));
  }));

test("files can be browsed and lines linked to, at the address where tools get the file", () =>
  visit({}, async (page) => {
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
  visit({}, async (page) => {
    await page.goto(`${base}/${pkg}/versions`);
    assert.ok((await page.locator("tbody tr").count()) > 0);
  }));

test("what is not there is said with a page", () =>
  visit({}, async (page, complaints) => {
    const answer = await page.goto(`${base}/@${scope}/no-such-package`);
    assert.equal(answer.status(), 404);
    await page.getByText("no-such-package").waitFor();
    complaints.splice(0); // the browser itself reports every 404
  }));

test("everything works without scripts", () =>
  visit({ javaScriptEnabled: false }, async (page) => {
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
  visit({}, async (page) => {
    await page.goto(`${base}/status/${attempt}`);
    await page.locator("#status .notice").waitFor();
    assert.equal(await page.locator("[hx-trigger='every 1s']").count(), 0);
  }));

const LOOKS = {
  wide: {},
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  dark: { colorScheme: "dark" },
};

/** What tools get at an address. */
const list = async (address) => (await fetch(`${base}/${pkg}/${address}`)).json();
const { latest } = await list("meta.json");
const { exports } = await list(`${latest}_meta.json`);

const SCENES = {
  home: "/",
  results: "/packages?search=" + typed,
  scope: "/@" + scope,
  package: "/" + pkg,
  versions: `/${pkg}/versions`,
  folder: `/${pkg}/${latest}`,
  file: `/${pkg}/${latest}/${Object.values(exports)[0].slice(2)}#L3`,
  list: `/${pkg}/meta.json`,
  trouble: "/@nobody/nothing",
  ...(attempt && { status: "/status/" + attempt }),
  create: `/new?scope=${scope}&package=another&from=cli`,
};

for (const [look, options] of Object.entries(LOOKS)) {
  test(`nothing sticks out and nothing complains, ${look}`, () =>
    visit(options, async (page, complaints) => {
      for (const [scene, address] of Object.entries(SCENES)) {
        await page.goto(base + address);
        if (scene === "trouble") complaints.splice(0); // the browser itself reports every 404
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(tooWide <= 0, `${scene} is ${tooWide}px too wide`);
        await page.screenshot({ path: join(folder, `${scene}-${look}.png`), fullPage: true });
      }
      await page.goto(base + "/");
      await page.getByRole("combobox").pressSequentially(typed, { delay: 30 });
      await page.getByRole("option").first().waitFor();
      await page.getByRole("combobox").press("ArrowDown");
      await page.screenshot({ path: join(folder, `suggestions-${look}.png`) });
    }));
}
