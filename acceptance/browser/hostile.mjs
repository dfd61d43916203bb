// What strangers wrote never runs, in a real browser, and also where the policy that forbids inline
// scripts is switched off, so that escaping and sanitising are what is tested.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, open, subject } from "./kit.mjs";

const FILES = 3; // that are looked at in each folder
const LANES = 4; // pages that are looked at side by side
const PATIENCE = 20_000;
const { hostile, pkg } = subject; // { pages: addresses, folders: addresses, typed: texts }

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

/** A page in which everything that payloads do when they run leaves a trace. */
async function trap(bypassCSP) {
  const context = await browser.newContext({ bypassCSP, viewport: { width: 800, height: 600 } });
  const traces = [];
  await context.exposeFunction("leaveTrace", (what) => traces.push(what));
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print", "pwned"]) globalThis[name] = () => globalThis.leaveTrace(name);
    addEventListener("securitypolicyviolation", (e) => globalThis.leaveTrace(`${e.violatedDirective} ${e.sample || e.blockedURI}`));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
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

/** Looks at all of it, some of it side by side. */
async function each(bypassCSP, all, look) {
  const left = [...all.entries()];
  let looked = 0;
  await Promise.all(Array.from({ length: LANES }, async () => {
    const lane = await trap(bypassCSP);
    for (let one; (one = left.shift()); looked++) await look(lane, one[1], one[0]);
    await lane.context.close();
  }));
  assert.equal(looked, all.length);
}

async function look({ page, traces }, address) {
  const answer = await page.goto(base + address);
  assert.ok(answer.status() < 400, `${answer.status()} for ${address}`);
  await poke(page);
  // an address that is none leads nowhere
  const links = await page.locator("main a[href]").evaluateAll((all) => all.filter((a) => URL.canParse(a.href)).map((a) => a.protocol));
  const odd = links.filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol));
  assert.deepEqual([address, odd, traces], [address, [], []]);
}

for (const bypassCSP of [false, true]) {
  test(`a page that lets something through leaves a trace, policy ${bypassCSP ? "off" : "on"}`, async () => {
    const policy = (await fetch(base + "/")).headers.get("content-security-policy");
    const { context, page, traces } = await trap(bypassCSP);
    const body = (text) => `<!doctype html><main>${text}</main>`;
    for (const text of ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<p onmouseover=pwned()>x</p>"]) {
      await page.route(base + "/leaky", (asked) => asked.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body: body(text) }));
      await page.goto(base + "/leaky");
      await poke(page);
      for (const end = Date.now() + PATIENCE; traces.length === 0; ) {
        assert.ok(Date.now() < end, text);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      assert.match(traces.splice(0).join(), bypassCSP ? /alert|pwned/ : /script-src/, text);
      await page.unroute(base + "/leaky");
    }
    await context.close();
  });

  test(`pages with what strangers wrote run no script, policy ${bypassCSP ? "off" : "on"}`, async () => {
    await each(bypassCSP, hostile.pages, look);
    await each(bypassCSP, hostile.folders, async (lane, address) => {
      await look(lane, address);
      const files = await lane.page.locator(".files a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      assert.ok(files.length > FILES, address);
      for (const file of files.slice(0, FILES)) await look(lane, file);
    });
  });
}

test("what is typed into addresses and the search box runs no script", async () => {
  const takers = ["packages?search=", "new?package=x&scope=", "search/suggest?search=", `${pkg}/doc/all_symbols?search=`, "sign-in?redirect=", "add_module?name=", "x?query=", "user/"];
  await each(true, hostile.typed, async ({ page, traces }, text, n) => {
    const answer = await page.goto(`${base}/${takers[n % takers.length]}${encodeURIComponent(text)}`);
    assert.ok(answer.status() < 500, `${answer.status()} for ${text}`);
    await poke(page);
    if (n % 10 === 0) {
      await page.goto(base + "/");
      const suggested = page.waitForResponse((r) => r.url().includes("/search/suggest"));
      await page.locator("#search").fill("x" + text.slice(0, 150));
      await suggested;
    }
    assert.deepEqual([text, traces], [text, []]);
  });
});
