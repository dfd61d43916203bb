// What strangers wrote never runs, in a real browser, and also where the policy that forbids inline
// scripts is switched off, so that escaping and sanitising are what is tested.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, open, subject } from "./kit.mjs";

const FILES = 3; // that are looked at in each folder
const { hostile } = subject; // { pages: addresses, folders: addresses, typed: texts }

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

/** A context in which everything that payloads do when they run leaves a trace. */
async function trap(bypassCSP) {
  const context = await browser.newContext({ bypassCSP });
  const traces = [];
  await context.exposeFunction("leaveTrace", (what) => traces.push(what));
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print", "pwned"]) globalThis[name] = () => globalThis.leaveTrace(name);
    addEventListener("securitypolicyviolation", (e) => globalThis.leaveTrace(`${e.violatedDirective} ${e.sample || e.blockedURI}`));
  });
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(base + "/") && !request.url().startsWith("data:image/")) traces.push("asked " + request.url());
  });
  page.on("dialog", (dialog) => dialog.dismiss());
  return { context, page, traces };
}

/** Wakes what waits for a pointer, the focus or a click. */
const poke = (page) =>
  page.evaluate(() => {
    for (const node of document.querySelectorAll("main *")) {
      for (const type of ["mouseover", "focus", "pointerenter", "animationstart", "toggle", "error", "load"]) node.dispatchEvent(new Event(type));
    }
  });

for (const bypassCSP of [false, true]) {
  test(`pages with what strangers wrote run no script, policy ${bypassCSP ? "off" : "on"}`, async () => {
    const { context, page, traces } = await trap(bypassCSP);
    const look = async (address) => {
      const answer = await page.goto(base + address);
      assert.ok(answer.status() < 400, `${answer.status()} for ${address}`);
      await poke(page);
      // an address that is none leads nowhere
      const links = await page.locator("main a[href]").evaluateAll((all) => all.filter((a) => URL.canParse(a.href)).map((a) => a.protocol));
      const odd = links.filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol));
      assert.deepEqual([address, odd, traces], [address, [], []]);
    };
    for (const address of hostile.pages) await look(address);
    for (const address of hostile.folders) {
      await look(address);
      const files = await page.locator(".files a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      assert.ok(files.length > FILES, address);
      for (const file of files.slice(0, FILES)) await look(file);
    }
    await context.close();
  });
}

test("what is typed into addresses and the search box runs no script", async () => {
  const { context, page, traces } = await trap(true);
  for (const [n, text] of hostile.typed.entries()) {
    const q = encodeURIComponent(text);
    const answer = await page.goto(`${base}/${["packages?search=", "new?package=x&scope=", "search/suggest?search="][n % 3]}${q}`);
    assert.ok(answer.status() < 500, `${answer.status()} for ${text}`);
    await poke(page);
    if (n % 10 === 0) {
      await page.goto(base + "/");
      const suggested = page.waitForResponse((r) => r.url().includes("/search/suggest"));
      await page.locator("#search").fill("x" + text.slice(0, 150));
      await suggested;
    }
    assert.deepEqual([text, traces], [text, []]);
  }
  await context.close();
});
