// Passkeys as people use them, with the authenticator that Chromium brings along for tests.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, open } from "./kit.mjs";

const PASSWORD = "correct horse battery staple";
const name = "luca-" + Math.random().toString(36).slice(2, 10);
let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

test("add a passkey, sign out, sign in with it, remove it", async () => {
  const complaints = [], page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (said) => ["error", "warning"].includes(said.type()) && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  await devTools.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, automaticPresenceSimulation: true } });

  await page.goto(base + "/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign up" }).click();
  const add = page.locator("form[data-makes]");
  await add.getByLabel("What it is called").fill("my laptop");
  await add.getByLabel("Password").fill(PASSWORD);
  await add.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("my laptop", { exact: true }).waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(base + "/");
  await page.goto(base + "/sign-in?redirect=/account/invites");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(base + "/account/invites");

  await page.goto(base + "/account");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  const kept = page.locator("li", { hasText: "my laptop" });
  await kept.getByText(/last used/).waitFor();
  await kept.locator("summary").click();
  await kept.getByLabel("Password").fill(PASSWORD);
  await kept.getByRole("button", { name: "Remove my laptop" }).click();
  await page.getByText("You have none yet.").waitFor();
  assert.deepEqual(complaints, []);

  await add.getByLabel("What it is called").fill("my phone");
  await add.getByLabel("Password").fill("not the password");
  await add.getByRole("button", { name: "Add a passkey" }).click();
  await add.getByRole("alert").getByText("do not match").waitFor();
  await page.context().close();
});

test("without scripts no button is shown and the page says why", async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" })).newPage();
  await page.goto(base + "/sign-in");
  assert.equal(await page.getByRole("button", { name: "Sign in with a passkey" }).isVisible(), false);
  assert.ok(await page.getByText("Passkeys need JavaScript").isVisible());
  await page.context().close();
});
