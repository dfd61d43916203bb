// What all scripts share: a browser, and visits that must end without a complaint.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const PATIENCE = 15_000;
const FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export const LOOKS = {
  wide: {},
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  dark: { colorScheme: "dark" },
};

/** What the registry under test and what was published there is called: JSON in the file that SUBJECT names. */
export const subject = process.env.SUBJECT ? JSON.parse(readFileSync(process.env.SUBJECT, "utf8")) : {};
export const base = (subject.registry ?? "http://localhost:8080").replace(/\/$/, "");

export const findChromium = () =>
  process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]).toString().trim();

export const open = () => chromium.launch({ executablePath: findChromium(), args: FLAGS.split(" ") });

/** A visit that must end without a complaint in the console and without a request to anybody else. */
export async function visit(browser, options, what) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(base + "/") && !request.url().startsWith("data:")) complaints.push("asked elsewhere: " + request.url());
  });
  try {
    await what(page, complaints);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Cookies of somebody who acts as staff. */
export const cookies = () => [["token", subject.session], ["sudo", "1"]].map(([name, value]) => ({ name, value, url: base }));
