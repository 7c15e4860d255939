import { once, EventEmitter } from "node:events";
import type { Locator, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "../fixtures";

/** Opens a page whose scripts come only when they are let go. */
async function openBeforeScripts(page: Page, path: string) {
  const gate = new EventEmitter();
  const opened = once(gate, "open");
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return {
    letScriptsCome: () => {
      gate.emit("open");
    },
  };
}

/** How many frames pass from the end of the document until nothing of it is kept hidden. */
function countHiddenFrames(page: Page) {
  return page.addInitScript(() => {
    let frames = 0;
    const look = () => {
      if (document.querySelector('[hidden][id^="S:"]')) {
        frames += 1;
        requestAnimationFrame(look);
      } else document.documentElement.dataset["hiddenFrames"] = String(frames);
    };
    document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(look));
  });
}

/** The page's elements are new and say the same, as when React draws a part again instead of taking it over. */
async function drawAgain(part: Locator) {
  await part.evaluate(async (old) => {
    const anew = old.cloneNode(true);
    const gap = document.createElement("div");
    old.replaceWith(gap);
    for (let frames = 0; frames < 3; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    gap.replaceWith(anew);
  });
}

test.describe("before a page's script has come", () => {
  test("what comes late is shown with the next frame", async ({
    page,
    signedInAs,
    anInvite,
    db,
  }) => {
    const { email } = await anInvite();
    await signedInAs("auditor");
    await countHiddenFrames(page);
    await db.query(`BEGIN; LOCK TABLE "Invite"`);
    await openBeforeScripts(page, `/invites?q=${encodeURIComponent(email)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(page.getByText(email)).toBeHidden();
    await db.query("COMMIT");
    await expect(page.getByRole("row").filter({ hasText: email })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-hidden-frames", /^[01]$/);
  });

  test("a search that is typed is made", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("auditor");
    const { letScriptsCome } = await openBeforeScripts(page, "/users");
    await page.getByRole("searchbox", { name: "Search users" }).fill(username);
    letScriptsCome();
    await expect(page).toHaveURL(new RegExp(`q=${username}`));
  });

  test("the key of the search is taken", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("auditor");
    const { letScriptsCome } = await openBeforeScripts(page, "/users");
    await expect(page.getByRole("searchbox", { name: "Search users" })).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type(username);
    letScriptsCome();
    await expect(page).toHaveURL(new RegExp(`q=${username}`));
  });

  test("a form that is sent is sent", async ({ page, signedInAs, aUser, db }) => {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    const { letScriptsCome } = await openBeforeScripts(page, `/users/${user.username}`);
    await page.getByLabel("Display name").fill("Grace Hopper");
    await page.getByLabel("Display name").press("Enter");
    letScriptsCome();
    await expect(page.getByRole("heading", { name: "Grace Hopper" })).toBeVisible();
    const { rows } = await db.query(`SELECT "displayName" FROM "User" WHERE "id" = $1`, [user.id]);
    expect(rows).toEqual([{ displayName: "Grace Hopper" }]);
  });

  test("a button that is pressed is pressed", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    const { letScriptsCome } = await openBeforeScripts(page, "/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    letScriptsCome();
    await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
  });

  test("a button that is drawn again once it was pressed is pressed", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("admin");
    const { letScriptsCome } = await openBeforeScripts(page, "/users");
    const button = page.getByRole("button", { name: /Add user/ });
    await button.click();
    await drawAgain(button);
    letScriptsCome();
    await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
  });

  test("a row that is ticked is ticked, while a slow machine takes over the page too", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 10 });
    const { letScriptsCome } = await openBeforeScripts(page, `/users?q=${username}`);
    await page.getByRole("checkbox", { name: `Select ${username}` }).click();
    letScriptsCome();
    await expect(page.getByRole("toolbar", { name: "Selected users" })).toContainText("1 selected");
  });

  test("somebody who signs in is signed in", async ({ page, aUser }) => {
    const { username } = await aUser({ role: "auditor" });
    const { letScriptsCome } = await openBeforeScripts(page, "/sign-in?back=/audit");
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Password", { exact: true }).press("Enter");
    letScriptsCome();
    await expect(page).toHaveURL(/\/audit$/);
  });

  test("somebody who signs up is signed up, and sees how good the password is", async ({
    page,
    anInvite,
    db,
  }) => {
    const { email, link } = await anInvite();
    const { letScriptsCome } = await openBeforeScripts(page, link);
    const password = page.getByLabel("Password", { exact: true });
    await page.getByLabel("Display name").fill("Grace Early");
    await password.fill(PASSWORD);
    letScriptsCome();
    await expect(page.getByText("Strong.")).toBeVisible();

    const again = await openBeforeScripts(page, "/invite");
    await page.getByLabel("Display name").fill("Grace Early");
    await password.fill(PASSWORD);
    await password.press("Enter");
    again.letScriptsCome();
    await expect(page).toHaveURL(/\/account$/);
    const { rows } = await db.query(`SELECT "displayName" FROM "User" WHERE "username" = $1`, [
      email,
    ]);
    expect(rows).toEqual([{ displayName: "Grace Early" }]);
  });

  test("rows that are ticked are chosen, and a menu that is asked for opens", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    const { letScriptsCome } = await openBeforeScripts(page, `/users?q=${username}`);
    await page.getByRole("checkbox", { name: `Select ${username}` }).click();
    await page.getByRole("button", { name: `Actions for ${username}` }).click();
    letScriptsCome();
    await expect(page.getByRole("toolbar", { name: "Selected users" })).toContainText("1 selected");
    await expect(page.getByRole("checkbox", { name: `Select ${username}` })).toBeChecked();
    await expect(page.getByRole("menuitem", { name: "Open" })).toBeVisible();
  });
});
