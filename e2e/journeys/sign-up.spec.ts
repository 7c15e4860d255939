import type { Page } from "@playwright/test";
import { fieldsOf } from "../fields";
import { expect, PASSWORD, test } from "../fixtures";
import { forgetSession } from "../forget-session";

const phone = { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true };
const calls = "**/api/v1/users/invite-signup*";
const notGood = "This invite is not good any more";

function passwordOf(page: Page) {
  return page.getByLabel("Password", { exact: true });
}

function submitOf(page: Page) {
  return page.getByRole("button", { name: "Create account" });
}

async function signUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await passwordOf(page).fill(PASSWORD);
  await submitOf(page).click();
}

test.describe("on a phone", () => {
  test.use(phone);

  test("whoever was invited chooses a password and is in", async ({ page, anInvite, db }) => {
    const { email, link } = await anInvite();
    await page.goto(link);
    const form = page.getByRole("form", { name: "Sign up" });
    expect(await fieldsOf(form)).toEqual([
      "username username",
      "display_name name",
      "password new-password",
    ]);
    await expect(form.getByLabel("Username")).toHaveValue(email);
    await expect(form.getByLabel("Username")).not.toBeEditable();
    await expect(form).toContainText("At least 5 characters.");

    await form.getByLabel("Display name").tap();
    await page.keyboard.type("Grace Hopper");
    await passwordOf(page).tap();
    await page.keyboard.type(PASSWORD);
    await expect(form).toContainText("Strong.");
    await form.getByRole("button", { name: "Show password" }).tap();
    await expect(passwordOf(page)).toHaveAttribute("type", "text");
    await submitOf(page).tap();

    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByLabel("Display name")).toHaveValue("Grace Hopper");
    const { rows } = await db.query(
      `SELECT "displayName", "platformRoleId", "createdBy" FROM "User" WHERE "username" = $1`,
      [email],
    );
    expect(rows).toEqual([
      { displayName: "Grace Hopper", platformRoleId: "service-user", createdBy: "e2e" },
    ]);
  });

  test("password and button stand above an open keyboard", async ({ page, anInvite }) => {
    await page.goto((await anInvite()).link);
    await page.setViewportSize({ width: 390, height: 380 });
    await passwordOf(page).tap();
    await passwordOf(page).evaluate((field) => {
      field.scrollIntoView({ block: "center" });
    });
    await expect(passwordOf(page)).toBeInViewport({ ratio: 1 });
    await expect(submitOf(page)).toBeInViewport({ ratio: 1 });
  });
});

test.describe("a link", () => {
  test("that is wrong, used, expired or nobody's leads to the same words", async ({
    page,
    anInvite,
    db,
  }) => {
    const used = await anInvite();
    await db.query(`DELETE FROM "Invite" WHERE "email" = $1`, [used.email]);
    const links = [
      `${(await anInvite()).link}x`,
      used.link,
      (await anInvite({ expiresAt: new Date(Date.now() - 1000) })).link,
      "/invite?email=nobody@example.com&invite_code=anything",
    ];
    const texts = [];
    for (const link of links) {
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(notGood);
      texts.push(await page.locator("body").innerText());
    }
    expect(new Set(texts).size).toBe(1);
    await page.getByRole("link", { name: "Go to sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test("stands neither in the address nor in the history, and a reload shows the form again", async ({
    page,
    anInvite,
  }) => {
    const { code, email, link } = await anInvite();
    await page.goto("/docs");
    await page.goto(link);
    expect(new URL(page.url()).pathname).toBe("/invite");
    expect(new URL(page.url()).search).toBe("");
    await page.reload();
    await expect(page.getByLabel("Username")).toHaveValue(email);
    const entries = await page.evaluate(() => ({
      history: history.length,
      state: JSON.stringify(history.state),
      storage: [localStorage, sessionStorage].flatMap((kept) => Object.entries(kept)),
      cookies: document.cookie,
    }));
    expect(JSON.stringify(entries)).not.toContain(code);
    await page.goBack();
    await expect(page).toHaveURL(/\/docs$/);
  });

  test("that was not followed is asked for", async ({ page }) => {
    await page.goto("/invite");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Open the link of your invite",
    );
  });
});

test.describe("signing up", () => {
  test("leads each where their role belongs", async ({ page, anInvite }) => {
    await signUp(page, (await anInvite({ role: "auditor" })).link);
    await expect(page).toHaveURL(/\/users$/);
  });

  test("waits where the server makes one wait", async ({ page, anInvite }) => {
    await page.route(calls, (route) =>
      route.fulfill({ status: 429, headers: { "Retry-After": "60" }, json: { Message: "Wait." } }),
    );
    await signUp(page, (await anInvite()).link);
    await expect(page.getByText("Try again in")).toBeVisible();
    await expect(submitOf(page)).toHaveAttribute("aria-disabled", "true");
  });

  test("asks once for a doubled click", async ({ page, anInvite }) => {
    let asked = 0;
    await page.route(calls, async (route) => {
      asked += 1;
      await route.continue();
    });
    await page.goto((await anInvite()).link);
    await passwordOf(page).fill(PASSWORD);
    await submitOf(page).dblclick();
    await expect(page).toHaveURL(/\/account$/);
    expect(asked).toBe(1);
  });

  test("is no step to go back to, and its link leads on", async ({ page, anInvite }) => {
    const { link } = await anInvite();
    await page.goto("/docs");
    await signUp(page, link);
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/invite");
    await expect(page).toHaveURL(/\/account$/);
    await page.goto(link);
    await expect(page).toHaveURL(/\/account$/);
    await forgetSession(page);
    await page.goto("/invite");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(notGood);
  });

  test("puts the console in its own place in the history", async ({ page, anInvite }) => {
    await page.goto("/docs");
    await signUp(page, (await anInvite()).link);
    await expect(page).toHaveURL(/\/account$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/docs$/);
  });

  test("says the rule at the password, and keeps what was typed", async ({ page, anInvite }) => {
    await page.goto((await anInvite()).link);
    await submitOf(page).click();
    await expect(passwordOf(page)).toHaveAccessibleDescription(/Enter a password\./);
    await page.getByLabel("Display name").fill("Grace");
    await passwordOf(page).fill("abc");
    await passwordOf(page).press("Enter");
    await expect(passwordOf(page)).toHaveAccessibleDescription(/A password has 5 to 256 char/);
    await expect(passwordOf(page)).toBeFocused();
    await expect(page.getByLabel("Display name")).toHaveValue("Grace");
    await passwordOf(page).fill(PASSWORD);
    await passwordOf(page).press("Enter");
    await expect(page).toHaveURL(/\/account$/);
  });

  test("says so when the invite is over meanwhile", async ({ page, anInvite, db }) => {
    const { email, link } = await anInvite();
    await page.goto(link);
    await db.query(`DELETE FROM "Invite" WHERE "email" = $1`, [email]);
    await passwordOf(page).fill(PASSWORD);
    await submitOf(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(notGood);
  });

  test("goes on by the next try when its first answer was lost", async ({ page, anInvite }) => {
    const { link } = await anInvite();
    await page.route(
      calls,
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await signUp(page, link);
    await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
    await submitOf(page).click();
    await expect(page).toHaveURL(/\/account$/);
  });

  test("leads to the sign-in page, with the name, when only signing in went wrong", async ({
    page,
    anInvite,
  }) => {
    const { email, link } = await anInvite();
    await page.route("**/adm/authenticate", (route) => route.abort());
    await signUp(page, link);
    await expect(page.getByRole("alert").filter({ hasText: "Your account is made" })).toBeVisible();
    await page.unroute("**/adm/authenticate");
    await page.getByRole("link", { name: "Go to sign in" }).click();
    await expect(page.getByLabel("Username")).toHaveValue(email);
    await expect(passwordOf(page)).toBeFocused();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/account$/);
  });
});

test.describe("while somebody else is signed in", () => {
  test("it is said, and they are signed out first", async ({ page, anInvite, signedInAs, db }) => {
    const other = await signedInAs("auditor");
    const { email, link } = await anInvite();
    await page.goto(link);
    await expect(page.getByRole("main")).toContainText(other.username);
    await page.getByRole("button", { name: "Sign out and go on" }).click();
    await expect(page.getByLabel("Username")).toHaveValue(email);
    const { rowCount } = await db.query(`SELECT 1 FROM "Session" WHERE "userId" = $1`, [other.id]);
    expect(rowCount).toBe(0);
    await passwordOf(page).fill(PASSWORD);
    await submitOf(page).click();
    await expect(page).toHaveURL(/\/account$/);
  });

  test("they may stay", async ({ page, anInvite, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto((await anInvite()).link);
    await page.getByRole("link", { name: "Stay signed in" }).click();
    await expect(page).toHaveURL(/\/users$/);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is there, and what is typed gets into no address", async ({ page, anInvite }) => {
    const { email, link } = await anInvite();
    await page.goto(link, { waitUntil: "load" });
    await expect(page.getByLabel("Username")).toHaveValue(email);
    await passwordOf(page).fill(PASSWORD);
    const sent = page.waitForResponse((response) => response.request().method() === "POST");
    await submitOf(page).click();
    expect((await sent).status()).toBe(200);
    await expect(passwordOf(page)).toHaveValue("");
    expect(await page.content()).toContain("Signing up needs JavaScript.");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/invite");
  });
});
