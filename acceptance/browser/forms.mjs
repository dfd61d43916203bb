// The forms that nobody meets on the first day, each with scripts and without.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { base, open, subject } from "./kit.mjs";
import { PASSWORD, letters, person, signIn, signUp, until } from "./people.mjs";

const { adminToken, deno, npm, module } = subject;

let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

/** `npm publish` with a token. */
async function publish(name, token) {
  const [folder, home] = ["", "home-"].map((what) => mkdtempSync(join(tmpdir(), "varve-form-" + what)));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", license: "MIT" }));
  writeFileSync(join(folder, ".npmrc"), `registry=${npm}\n${npm.replace(/^https?:/, "")}:_authToken=${token}\n`);
  await promisify(execFile)(join(dirname(deno), "npm"), ["publish"], { cwd: folder, env: { ...process.env, HOME: home, npm_config_cache: join(home, ".npm") } });
}

/** The form with a button. */
const form = (page, button) => page.locator("form", { has: page.getByRole("button", { name: button, exact: true }) });
const heading = (page, name) => page.getByRole("heading", { name });
const press = (page, button) => page.getByRole("button", { name: button, exact: true }).click();

/** Chooses in the form with a label, saves, and looks whether it was kept. */
async function choose(page, label, value) {
  await page.getByLabel(label, { exact: true }).selectOption(value);
  await page.locator("form", { has: page.getByLabel(label, { exact: true }) }).getByRole("button", { name: "Save" }).click();
  await page.waitForLoadState();
  assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), value);
}

for (const scripts of [true, false]) {
  test(`what is settled once in a while, scripts ${scripts ? "on" : "off"}`, async (t) => {
    const complaints = [], run = letters(6), scope = `form-${run}`, pole = `@${scope}/pole`, mast = `mast-${run}`;
    const luca = await person(browser, scripts, complaints), nia = await person(browser, scripts, complaints), admin = await person(browser, scripts, complaints);
    let token, niaId;

    await t.test("sign up, and make a token that publishes two npm packages", async () => {
      await signUp(luca, `luca-${run}`);
      await signUp(nia, `nia-${run}`);
      niaId = await nia.locator("main code").first().innerText();
      await signIn(admin, "admin", adminToken, "/admin");
      await press(admin, "Act as staff");
      await luca.getByLabel("What it is for").fill("npm");
      await press(luca, "Make a token");
      token = await luca.locator("#secret").innerText();
      await publish(pole, token);
      await publish(mast, token);
    });

    await t.test("take another owner for an npm package without a scope, and part with them", async () => {
      await luca.goto(`${base}/@~${mast}/${mast}`);
      await luca.getByRole("navigation", { name: "Package" }).getByText("Owners").click();
      await luca.getByLabel("The name they sign in with").fill(`nia-${run}`);
      await luca.getByLabel("Role", { exact: true }).selectOption("admin");
      await press(luca, "Invite");
      await heading(luca, "Invited").waitFor();
      await nia.goto(base + "/account/invites");
      await nia.getByText(`luca-${run} invites you as admin.`).waitFor();
      await press(nia, "Accept");
      await luca.goto(`${base}/@~${mast}/${mast}`);
      await luca.locator(".plainlist").getByText(`nia-${run}`).waitFor();
      await nia.goto(`${base}/@~${mast}/~/members`);
      await press(nia, `Remove luca-${run}`);
      await nia.goto(`${base}/@~${mast}/${mast}`);
      await nia.locator(".plainlist").getByText(`luca-${run}`).waitFor({ state: "detached" });
    });

    await t.test("trust a workflow to publish an npm package, and trust it no longer", async () => {
      await luca.goto(`${base}/${pole}/publish`);
      await luca.getByText("No workflow is trusted yet.").waitFor();
      await luca.getByLabel("Where it runs").selectOption("gitlab");
      await luca.getByLabel("Repository, as owner/name").fill(`luca/pole-${run}`);
      await luca.getByLabel("File of the workflow").fill("publish.yml");
      await luca.getByLabel("Environment of the job").fill("release");
      await luca.getByLabel("What its jobs may do").selectOption("true");
      await press(luca, "Trust a workflow");
      const trusted = luca.locator("li", { hasText: `luca/pole-${run}` });
      await trusted.getByText("publish.yml · release").waitFor();
      await trusted.getByText("hand in what a person approves").waitFor();
      await trusted.getByRole("button", { name: "Trust it no longer" }).click();
      await luca.getByText("No workflow is trusted yet.").waitFor();
    });

    await t.test("take an invitation back, decline one, add and remove a member", async () => {
      const invite = async () => {
        await luca.goto(`${base}/@${scope}/~/members`);
        await luca.getByLabel("The name they sign in with").fill(`nia-${run}`);
        await press(luca, "Invite");
        await heading(luca, "Invited").waitFor();
      };
      await invite();
      await press(luca, "Withdraw");
      await heading(luca, "Invited").waitFor({ state: "detached" });
      await invite();
      await nia.goto(base + "/account/invites");
      await press(nia, "Decline");
      await nia.getByText("Nobody has invited you.").waitFor();
      await admin.goto(`${base}/@${scope}/~/settings`);
      await admin.getByLabel("Id of the person").fill(niaId);
      await press(admin, "Add a member");
      await admin.getByRole("link", { name: `nia-${run}` }).waitFor();
      await luca.goto(`${base}/@${scope}/~/members`);
      await press(luca, `Remove nia-${run}`);
      await luca.goto(`${base}/@${scope}/~/members`);
      assert.equal(await luca.getByText(`nia-${run}`).count(), 0);
    });

    await t.test("settle who sees a package, where it is developed and what it is called", async () => {
      await luca.goto(`${base}/new?scope=${scope}&package=cloth`);
      await press(luca, "Create the package");
      await luca.goto(`${base}/@${scope}/cloth/settings`);
      await choose(luca, "What the overview shows", "jsdoc");
      await luca.getByLabel("Owner on GitHub").fill("luca");
      await luca.getByLabel("Repository on GitHub").fill("cloth");
      await press(luca, "Link it");
      await press(luca, "Unlink it");
      assert.equal(await luca.getByLabel("Owner on GitHub").inputValue(), "");
      await choose(luca, "Who may see it", "private");
      const seen = await nia.goto(`${base}/@${scope}/cloth`);
      assert.equal(seen.status(), 404);
      complaints.splice(0); // the browser itself reports every status of 400 and more
      await choose(luca, "Who may see it", "public");
      await admin.goto(`${base}/@${scope}/cloth/settings`);
      await press(admin, "Feature it");
      await press(admin, "Feature it no longer");
      await admin.getByRole("button", { name: "Feature it", exact: true }).waitFor();
      await luca.goto(`${base}/@${scope}/cloth/settings`);
      await luca.getByLabel("Name of the package").fill("linen");
      await press(luca, "Move it");
      await luca.waitForURL(`${base}/@${scope}/linen`);
      await luca.goto(`${base}/@${scope}/linen/settings`);
      await press(luca, "Delete it");
      await luca.waitForURL(`${base}/@${scope}`);
    });

    await t.test("settle what holds for a scope", async () => {
      await luca.goto(`${base}/@${scope}/~/settings`);
      await choose(luca, "Versions may be published", "true");
      await choose(luca, "A CI job publishes", "true");
      await choose(luca, "Who may see it", "private");
      await choose(luca, "Who may see it", "public");
      await admin.goto(`${base}/@${scope}/~/settings`);
      await admin.getByLabel("Packages", { exact: true }).fill("7");
      await admin.locator("form", { has: admin.getByLabel("Packages", { exact: true }) }).getByRole("button", { name: "Save" }).click();
      await admin.getByText("of 7 packages").waitFor();
    });

    await t.test("staff give a scope to somebody, who deletes it", async () => {
      await admin.goto(base + "/admin/scopes");
      await admin.getByLabel("Name of the scope").fill(`given-${run}`);
      await admin.getByLabel("Id of the person").fill(niaId);
      await press(admin, "Give a scope to somebody");
      await admin.waitForURL(`${base}/@given-${run}`);
      await nia.goto(`${base}/@given-${run}/~/settings`);
      await press(nia, "Delete it");
      await nia.waitForURL(base + "/account");
    });

    await t.test("staff appoint, let in and erase people", async () => {
      const settings = async (name) => {
        await admin.goto(`${base}/admin/users?query=${name}`);
        await admin.getByText(`Settings: ${name}`).click();
      };
      await settings(`nia-${run}`);
      await press(admin, `Make nia-${run} staff`);
      await settings(`nia-${run}`);
      await press(admin, `nia-${run} is no longer staff`);
      await settings(`nia-${run}`);
      await admin.getByLabel("Scopes they may own").fill("3");
      await form(admin, "Save").filter({ has: admin.getByLabel("Scopes they may own") }).getByRole("button").click();
      await admin.getByLabel("Name that others see").fill(`job-${run}`);
      await press(admin, "Make an account with a first token");
      assert.match(await admin.locator("#secret").innerText(), /^jsrp_/);
      await settings(`job-${run}`);
      await press(admin, `Erase job-${run}`);
      await admin.goto(`${base}/admin/users?query=job-${run}`);
      await admin.getByText("Nothing found").waitFor();
    });

    await t.test("staff settle which modules are listed and what holds for their owners", async () => {
      const at = `${base}/admin/modules?query=${module}`;
      await admin.goto(at);
      await press(admin, `List ${module} no longer`);
      await admin.goto(at);
      await admin.locator(".badge", { hasText: "not listed" }).waitFor();
      await press(admin, `List ${module} again`);
      await admin.goto(at);
      await admin.getByText("What holds for").first().click();
      await admin.getByLabel(/^Modules at most/).fill("9");
      await admin.locator("details form").getByRole("button", { name: "Save" }).click();
      await admin.goto(at);
      assert.equal(await admin.getByLabel(/^Modules at most/).inputValue(), "9");
    });

    await t.test("deny a program what it asks for", async () => {
      const asked = await fetch(base + "/api/authorizations", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ challenge: "YQ==" }) });
      await nia.goto(`${base}/auth?code=${(await asked.json()).code}`);
      await press(nia, "Deny");
      await heading(nia, "Denied").waitFor();
    });

    await t.test("be called otherwise, change the password, sign out and in, erase the account", async () => {
      await nia.goto(base + "/account");
      await nia.getByLabel("Name that others see").fill(`Nia of ${run}`);
      await form(nia, "Save").getByRole("button").click();
      await heading(nia, `Nia of ${run}`).waitFor();
      await nia.getByLabel("Present password").fill(PASSWORD);
      await nia.getByLabel("New password").fill(PASSWORD + run);
      await press(nia, "Change your password");
      await nia.goto(base + "/account");
      await press(nia, "Sign out");
      await signIn(nia, `nia-${run}`, PASSWORD + run);
      await form(nia, "Erase it").getByLabel("Password").fill(PASSWORD + run);
      await press(nia, "Erase it");
      await nia.goto(base + "/account");
      await heading(nia, "Sign in").waitFor();
      await until("nobody finds them", async () => {
        await admin.goto(`${base}/admin/users?query=nia-${run}`);
        return admin.getByText("Nothing found").isVisible();
      });
    });

    await Promise.all([luca, nia, admin].map((page) => page.context().close()));
    assert.deepEqual(complaints, []);
  });
}
