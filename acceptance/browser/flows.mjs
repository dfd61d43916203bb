// What people do here from the first visit on, each with scripts and without.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { oneTimeCode } from "./codes.mjs";
import { base, open, subject } from "./kit.mjs";
import { PASSWORD, PATIENCE, letters, person, signIn, signUp, until } from "./people.mjs";

const { deno, adminToken } = subject;
let browser;
before(async () => {
  browser = await open();
});
after(() => browser?.close());

/** A folder with the sources of a version. */
function sources(pkg, version, code) {
  const folder = mkdtempSync(join(tmpdir(), "varve-flow-"));
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ name: pkg, version, license: "MIT", exports: "./mod.ts" }));
  writeFileSync(join(folder, "README.md"), "# Banners\n\nMade of cloth.\n");
  writeFileSync(join(folder, "mod.ts"), code);
  return folder;
}

/** `deno publish` at a terminal, approved by somebody in the browser. */
async function publish(page, folder) {
  const child = spawn("script", ["-qec", `${deno} publish --allow-dirty`, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, JSR_URL: base, DENO_DIR: join(folder, ".deno"), DENO_NO_UPDATE_CHECK: "1", HOME: folder },
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  const ended = new Promise((done) => child.on("exit", done));
  try {
    const end = Date.now() + PATIENCE;
    let code;
    while (!(code = /code=([A-Z]{4}-[A-Z]{4})/.exec(said)?.[1])) {
      assert.ok(Date.now() < end, "deno asks for nothing: " + said);
      await new Promise((done) => setTimeout(done, 50));
    }
    await page.goto(`${base}/auth?code=${code}`);
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("heading", { name: "Approved" }).waitFor();
    assert.equal(await ended, 0, said);
  } finally {
    child.kill();
  }
}

for (const scripts of [true, false]) {
  test(`from signing up to the history, scripts ${scripts ? "on" : "off"}`, async (t) => {
    const complaints = [], run = letters(6), scope = `flow-${run}`, name = `${letters(3)}banner`, pkg = `@${scope}/${name}`;
    const luca = await person(browser, scripts, complaints), marta = await person(browser, scripts, complaints), admin = await person(browser, scripts, complaints);

    await t.test("sign up", async () => {
      await signUp(luca, `luca-${run}`);
      await signUp(marta, `marta-${run}`);
      await luca.getByRole("heading", { level: 1, name: `luca-${run}` }).waitFor();
    });

    await t.test("create a scope and a package", async () => {
      await luca.goto(`${base}/new?scope=${scope}&package=${name}&from=cli`);
      await luca.getByRole("button", { name: "Create the scope" }).click();
      await luca.getByText("This scope exists already").waitFor();
      await luca.getByRole("button", { name: "Create the package" }).click();
      await luca.getByText("This package exists already").waitFor();
      await luca.getByRole("link", { name: pkg }).click();
      await luca.getByText("No version is published yet").waitFor();
    });

    await t.test("what is wrong with a form is said on a page", async () => {
      await marta.goto(`${base}/new?package=${name}`);
      await marta.getByLabel("Name of the scope").fill(scope);
      await marta.getByRole("button", { name: "Create the scope" }).click();
      await marta.getByRole("heading", { name: "That is not possible" }).waitFor();
      complaints.splice(0); // the browser itself reports every status of 400 and more
    });

    await t.test("approve a publish and watch it succeed", async () => {
      const one = sources(pkg, "1.0.0", "/** Banners. @module */\n/** Makes a banner. */\nexport function banner(colour: string): string {\n  return colour;\n}\n");
      await publish(luca, one);
      await luca.getByRole("link", { name: "Attempts to publish" }).click();
      await luca.getByRole("link", { name: `${pkg}@1.0.0` }).click();
      await luca.getByText("Published:").waitFor();
      const two = sources(pkg, "1.1.0", "/** Banners. @module */\n/** Makes a banner. */\nexport function banner(colour: string, size = 1): string {\n  return colour + size;\n}\n/** A small one. */\nexport const pennant: string = banner(\"green\");\n");
      await publish(luca, two);
    });

    await t.test("find it by typing three letters", async () => {
      const found = scripts ? marta.getByRole("option", { name: pkg }) : marta.getByRole("link", { name: pkg });
      await until("it is found", async () => {
        await marta.goto(base + "/");
        await marta.locator("#search").pressSequentially(name.slice(0, 3), { delay: 20 });
        if (!scripts) await marta.locator("#search").press("Enter");
        return found.first().waitFor({ timeout: 1_000 }).then(() => true, () => false);
      });
      await found.first().click();
      await marta.getByRole("heading", { name: "Banners" }).waitFor();
    });

    await t.test("read the documentation, follow a symbol, see its source", async () => {
      await marta.getByRole("navigation", { name: "Package" }).getByText("Docs").click();
      await marta.locator("main").getByRole("link", { name: "banner", exact: true }).first().click();
      await marta.getByText("Makes a banner.").waitFor();
      await marta.locator("main").getByRole("link", { name: /mod\.ts/ }).first().click();
      await marta.locator("#L3").waitFor();
      assert.match(marta.url(), /mod\.ts#L\d+$/);
    });

    await t.test("see what changed between two versions", async () => {
      await marta.goto(`${base}/${pkg}/versions`);
      await marta.getByRole("link", { name: "Compare versions" }).click();
      await marta.getByRole("button", { name: "Compare" }).click();
      await marta.locator("main").getByText("pennant").first().waitFor();
    });

    await t.test("invite a member, who accepts", async () => {
      await luca.goto(`${base}/@${scope}`);
      await luca.getByRole("navigation", { name: "@" + scope }).getByText("Members").click();
      await luca.getByLabel("The name they sign in with").fill(`marta-${run}`);
      await luca.getByRole("button", { name: "Invite" }).click();
      await luca.getByRole("heading", { name: "Invited" }).waitFor();
      await marta.goto(base + "/account/invites");
      await marta.getByText(`luca-${run} invites you as member.`).waitFor();
      await marta.getByRole("button", { name: "Accept" }).click();
      await marta.locator(".members").getByText(`marta-${run}`).waitFor();
      await luca.reload();
      await luca.getByLabel(`Role: marta-${run}`).selectOption("admin");
      await luca.locator("li", { hasText: `marta-${run}` }).getByRole("button", { name: "Change" }).click();
      await luca.locator("li", { hasText: `marta-${run}` }).locator(".badge", { hasText: "admin" }).waitFor();
    });

    await t.test("yank a version and bring it back", async () => {
      await luca.goto(`${base}/${pkg}/versions`);
      await luca.getByRole("button", { name: "Yank 1.0.0" }).click();
      await luca.locator("tr.yanked").getByText("1.0.0", { exact: true }).waitFor();
      await luca.getByRole("button", { name: "Bring 1.0.0 back" }).click();
      await luca.getByRole("button", { name: "Yank 1.0.0" }).click();
      await luca.locator("tr.yanked").waitFor();
    });

    await t.test("set what a package says of itself", async () => {
      await luca.getByRole("navigation", { name: "Package" }).getByText("Settings").click();
      await luca.getByLabel("Description").fill("Banners of one colour");
      await luca.getByRole("button", { name: "Save" }).first().click();
      await luca.locator(".lead", { hasText: "Banners of one colour" }).waitFor();
      await luca.getByLabel("deno").selectOption("true");
      await luca.locator("form", { has: luca.getByLabel("deno") }).getByRole("button", { name: "Save" }).click();
      assert.equal(await luca.getByLabel("deno").inputValue(), "true");
      await luca.getByRole("button", { name: "Archive it" }).click();
      await luca.getByRole("button", { name: "Take it out of the archive" }).click();
      await luca.getByRole("button", { name: "Archive it" }).waitFor();
      await luca.goto(`${base}/@${scope}/~/settings`);
      await luca.getByLabel("Description").fill("Whatever hangs from a pole");
      await luca.getByRole("button", { name: "Save" }).first().click();
      await luca.goto(`${base}/@${scope}`);
      await luca.locator(".lead", { hasText: "Whatever hangs" }).waitFor();
    });

    await t.test("make a token and end it", async () => {
      await luca.goto(base + "/account");
      await luca.getByLabel("What it is for").fill("my laptop");
      await luca.getByRole("button", { name: "Make a token" }).click();
      assert.match(await luca.locator("#secret").innerText(), /^jsrp_/);
      await luca.goto(base + "/account");
      const ending = luca.locator("li", { hasText: "my laptop" }).getByRole("button", { name: "End it" });
      await ending.click();
      await ending.waitFor({ state: "detached" });
    });

    await t.test("see the history, with its proof", async () => {
      await marta.goto(`${base}/${pkg}`);
      await marta.getByRole("navigation", { name: "Package" }).getByText("History").click();
      await marta.getByText(/1\.0\.0 yanked/).first().waitFor();
      await marta.getByText(/1\.1\.0 published/).waitFor();
      await marta.getByRole("link", { name: "Proof" }).first().click();
      await marta.getByRole("heading", { level: 1, name: /^Fact/ }).waitFor();
    });

    await t.test("ask for one-time codes, and give them up", async () => {
      await marta.goto(base + "/account");
      await marta.locator("#second-factor ~ form").first().getByLabel("Password").fill(PASSWORD);
      await marta.getByRole("button", { name: "Set up one-time codes" }).click();
      const secret = await marta.locator("#secret").innerText();
      await marta.getByLabel("One-time code").fill(oneTimeCode(secret));
      await marta.getByRole("button", { name: "Confirm" }).click();
      const [recovery] = (await marta.locator("#codes").innerText()).split("\n");
      await marta.goto(base + "/account");
      const giveUp = marta.locator("form", { has: marta.getByRole("button", { name: "Give up one-time codes" }) });
      await giveUp.getByLabel("Password").fill(PASSWORD);
      await giveUp.getByLabel("One-time code").fill(recovery);
      await giveUp.getByRole("button").click();
      await marta.getByRole("button", { name: "Set up one-time codes" }).waitFor();
    });

    await t.test("see how to publish from CI", async () => {
      await luca.goto(`${base}/${pkg}/settings`);
      await luca.getByLabel("Owner on GitHub").fill("luca");
      await luca.getByLabel("Repository on GitHub").fill("banner");
      await luca.getByRole("button", { name: "Link it", exact: true }).click();
      await luca.getByRole("navigation", { name: "Package" }).getByText("Publish").click();
      await luca.getByRole("link", { name: "luca/banner" }).waitFor();
      assert.ok((await luca.locator("main").innerText()).includes(`JSR_URL: ${base}`));
    });

    await t.test("write to staff and be answered", async () => {
      await marta.goto(`${base}/account/tickets?kind=package_report&about=${pkg}`);
      await marta.getByLabel("Message").fill("This banner is not theirs.");
      await marta.getByRole("button", { name: "Send" }).click();
      await marta.getByRole("link", { name: "a package that should not be here" }).click();
      await signIn(admin, "admin", adminToken, "/admin");
      await admin.getByRole("button", { name: "Act as staff" }).click();
      await admin.getByText(`marta-${run}`).first().waitFor();
      await admin.goto(marta.url());
      await admin.getByLabel("Message").fill("It is, we asked.");
      await admin.getByRole("button", { name: "Send" }).click();
      await admin.getByText("It is, we asked.").waitFor();
      await admin.getByRole("button", { name: "Close the ticket" }).click();
      await admin.getByRole("button", { name: "Open the ticket again" }).waitFor();
      await marta.reload();
      await marta.getByText("closed the ticket").waitFor();
    });

    await t.test("staff let somebody in, and block somebody", async () => {
      await admin.goto(`${base}/admin/users?query=marta-${run}`);
      await admin.getByText(`Settings: marta-${run}`).click();
      await admin.getByRole("button", { name: `Block marta-${run}` }).click();
      await admin.goto(`${base}/admin/users?query=marta-${run}`);
      await admin.locator(".badge.bad", { hasText: "blocked" }).waitFor();
      await admin.getByRole("button", { name: "Make an invitation to sign up" }).click();
      assert.match(await admin.locator("#secret").innerText(), /\/sign-up\?invitation=/);
      await admin.goto(base + "/admin/modules");
      const words = admin.getByLabel("Words that no name may contain");
      await words.fill(`frisbee\n\n ${run} `);
      await admin.locator("form", { has: words }).getByRole("button", { name: "Save" }).click();
      await until("the words are kept", async () => {
        await admin.goto(base + "/admin/modules");
        return (await words.inputValue()) === `frisbee\n${run}`;
      });
      await admin.goto(base + "/admin/scopes?query=" + scope);
      await admin.getByRole("link", { name: "@" + scope, exact: true }).waitFor();
      await admin.goto(base + "/admin/packages?query=" + name);
      await admin.getByRole("link", { name: pkg, exact: true }).waitFor();
      await admin.goto(base + "/admin/publishingTasks?query=" + name);
      await admin.getByRole("link", { name: `${pkg}@1.1.0` }).waitFor();
    });

    await Promise.all([luca, marta, admin].map((page) => page.context().close()));
    assert.deepEqual(complaints, []);
  });
}
