// Somebody with a browser, and what they do again and again.
import assert from "node:assert/strict";
import { base } from "./kit.mjs";

export const PATIENCE = 30_000;
export const PASSWORD = "correct horse battery staple";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
export const letters = (n) => Array.from({ length: n }, () => LETTERS[Math.floor(Math.random() * 26)]).join("");

/** Somebody with a browser of their own, who must not meet an error. */
export async function person(browser, javaScriptEnabled, complaints) {
  const context = await browser.newContext({ javaScriptEnabled, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return page;
}

export async function signUp(page, name) {
  await page.goto(base + "/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL(base + "/account");
}

export async function signIn(page, name, password, then = "/account") {
  await page.goto(base + "/sign-in?redirect=" + then);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.locator("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(base + then);
}

/** Looks again until what happens by itself has happened. */
export async function until(what, look) {
  for (const end = Date.now() + PATIENCE; !(await look()); ) assert.ok(Date.now() < end, what);
}
