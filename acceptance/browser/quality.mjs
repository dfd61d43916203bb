// Every page is valid HTML, has nothing that keeps people out (axe-core), and brings little script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { base, cookies, open, subject } from "./kit.mjs";
import { answers, others, own, scenes } from "./scenes.mjs";

/** What pages ask of database and search server that surely ask, lest nobody counts. */
const COUNTED = { home: "1 0", results: "0 1", package: "1 0", manual: "0 0" };
const MOST_SCRIPT = 50 * 1024;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// blanks and the length of a title are a matter of taste; the rest is the standard
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off", "void-style": "off", "no-inline-style": "error" },
});

const asStaff = { cookie: cookies().map(({ name, value }) => `${name}=${value}`).join("; ") };
const everything = [
  ...Object.entries({ ...scenes(subject), ...others(subject) }).map(([scene, address]) => ({ scene, address, headers: {} })),
  ...Object.entries(own(subject)).map(([scene, address]) => ({ scene, address, headers: asStaff })),
];
const get = ({ address, headers }) => fetch(base + address, { redirect: "manual", headers: { accept: "text/html", ...headers } });

let browser;
const shownOnce = [];
before(async () => {
  browser = await open();
  let page = "";
  for (const [scene, { form, fields, route }] of Object.entries(answers(subject))) {
    const answer = await fetch(base + form, { method: "POST", body: new URLSearchParams(fields(page)), headers: { ...asStaff, accept: "text/html", origin: base } });
    assert.equal(answer.status, 200, scene);
    page = await answer.text();
    shownOnce.push({ scene, route, page });
  }
});
after(() => browser?.close());

test("every page is valid HTML", async () => {
  const flaws = [];
  const look = async (scene, page) => {
    const { results } = await validator.validateString(page);
    for (const { ruleId, message, line } of results[0]?.messages ?? []) flaws.push(`${scene}:${line} ${ruleId} ${message}`);
  };
  for (const { scene, ...page } of everything) {
    const answer = await get(page);
    assert.equal(answer.status, scene === "trouble" ? 404 : 200, scene);
    await look(scene, await answer.text());
  }
  for (const { scene, page } of shownOnce) await look(scene, page);
  assert.deepEqual(flaws, []);
});

for (const [colorScheme, width] of [["light", 1280], ["dark", 390]]) {
  test(`no page keeps anybody out, ${colorScheme}, ${width} wide`, async () => {
    const violations = [];
    // axe itself comes as a script that our pages would not run
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const look = async (scene, address) => {
      await page.goto(base + address);
      for (const details of await page.locator("details").all()) await details.evaluate((node) => (node.open = true));
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (tooWide > 0) violations.push(`${scene} is ${tooWide} px too wide`);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, nodes } of found.violations) violations.push(`${scene} ${id} ${nodes.map((n) => n.target).join(" ")}`);
    };
    for (const { scene, address, headers } of everything) {
      await context.clearCookies();
      if (headers.cookie) await context.addCookies(cookies());
      await look(scene, address);
    }
    for (const { scene, route, page: text } of shownOnce) {
      await page.route(base + route, (asked) => asked.fulfill({ contentType: "text/html;charset=utf-8", body: text }));
      await look(scene, route);
    }
    await context.close();
    assert.deepEqual(violations, []);
  });
}

test("no page asks a store twice", async () => {
  const greedy = [];
  for (const { scene, ...page } of everything) {
    const told = (await get(page)).headers.get("server-timing") ?? "not told";
    const [, database, search] = /database;desc="(\d+)", search;desc="(\d+)"/.exec(told) ?? [told, 99, 99];
    if (database > 1 || search > 1) greedy.push(`${scene}: ${told}`);
    if (COUNTED[scene] && `${database} ${search}` !== COUNTED[scene]) greedy.push(`${scene}, which asks ${COUNTED[scene]}: ${told}`);
  }
  assert.deepEqual(greedy, []);
});

test("all scripts together weigh at most 50 KB before compression", async () => {
  const scripts = new Set();
  for (const address of Object.values(scenes(subject))) {
    const html = await (await fetch(base + address, { headers: { accept: "text/html" } })).text();
    for (const [, src] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) scripts.add(src);
    assert.doesNotMatch(html, /<script(?![^>]* src=)/);
  }
  let weight = 0;
  for (const src of scripts) weight += (await (await fetch(base + src)).arrayBuffer()).byteLength;
  assert.ok(scripts.size > 0 && weight <= MOST_SCRIPT, `${weight} bytes`);
});
