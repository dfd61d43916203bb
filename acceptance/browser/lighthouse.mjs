// Weight and speed as Lighthouse sees them: at least 95 for everything on the pages people see most.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";
import { base, findChromium, subject } from "./kit.mjs";
import { scenes } from "./scenes.mjs";

const LEAST = 95;
const SCENES = (process.env.SCENES ?? "home,package,docs,results").split(",");

let chrome;
before(async () => {
  chrome = await launch({ chromePath: findChromium(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
});
after(() => chrome?.kill());

const METRICS = { "first-contentful-paint": "first", "largest-contentful-paint": "largest", "total-blocking-time": "blocked", "cumulative-layout-shift": "shifted", "server-response-time": "server" };

for (const scene of SCENES) {
  test(`${scene} is light and quick`, async () => {
    // the very first time, a page is also translated for the machine, which no later visitor waits for
    for (let n = 0; n < 3; n++) await (await fetch(base + scenes(subject)[scene], { headers: { accept: "text/html" } })).text();
    const look = async () => {
      const { lhr } = await lighthouse(base + scenes(subject)[scene], { port: chrome.port, output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
      return { lhr, scores: Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)])) };
    };
    let looks = [await look()];
    // speed depends on what else the machine does: then the middle one of three counts, as Lighthouse advises
    if (looks[0].scores.performance < LEAST) looks = [...looks, await look(), await look()].sort((a, b) => a.scores.performance - b.scores.performance);
    const { lhr, scores } = looks[looks.length >> 1];
    const told = Object.entries(METRICS).map(([id, name]) => `${name} ${Math.round(lhr.audits[id].numericValue * 1000) / 1000}`);
    console.log(scene, JSON.stringify(scores), told.join(", "));
    const poor = Object.values(lhr.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode === "binary").map((a) => a.id);
    for (const [name, score] of Object.entries(scores)) assert.ok(score >= LEAST, `${scene}: ${name} ${score} ${poor}`);
  });
}
