import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "../fixtures";
import { untilLive } from "../live";

async function signIn(page: Page, username: string, password: string) {
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.describe("sign-in", () => {
  test("sends who is not signed in to the sign-in page, and back to where they wanted to go", async ({
    page,
    aUser,
  }) => {
    const { username } = await aUser({ role: "auditor" });
    await page.goto("/audit?q=session");
    await expect(page).toHaveURL(/\/sign-in\?back=/);
    await signIn(page, username, PASSWORD);
    await expect(page).toHaveURL(/\/audit\?q=session$/);
  });

  for (const back of ["https://evil.example/", "//evil.example", "/%09/evil.example"]) {
    test(`never leads to another site afterwards: ${back}`, async ({ page, aUser }) => {
      const { username } = await aUser({ role: "service-user" });
      await page.goto(`/sign-in?back=${back}`);
      await signIn(page, username, PASSWORD);
      await expect(page).toHaveURL(/\/account$/);
    });
  }

  test("says in the form that the password is wrong, and keeps the username", async ({
    page,
    aUser,
  }) => {
    const { username } = await aUser();
    await page.goto("/sign-in");
    await signIn(page, username, "not the password");
    await expect(
      page.getByRole("alert").filter({ hasText: /Wrong username or password/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveValue(username);
  });

  test("works with the keyboard alone, and so does signing out", async ({ page, aUser }) => {
    const { username } = await aUser({ displayName: "Grace Mbeki" });
    await page.goto("/sign-in");
    await page.keyboard.type(username);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/account$/);
    await untilLive(page);
    await page.getByRole("button", { name: "Grace Mbeki" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("End");
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("a session that was ended elsewhere leads back to the sign-in page", async ({
    page,
    signedInAs,
    db,
  }) => {
    const user = await signedInAs("auditor");
    await page.goto("/users");
    await page.getByRole("searchbox", { name: "Search users" }).focus();
    await db.query(`DELETE FROM "Session" WHERE "userId" = $1`, [user.id]);
    // Typed wherever the focus is: what the page asks for in advance may have led away by now.
    await page.keyboard.type("anybody");
    await expect(page).toHaveURL(/\/sign-in\?back=/);
  });

  test("says that the browser keeps no cookies, and leaves no session behind", async ({
    page,
    aUser,
    db,
  }) => {
    const { id, username } = await aUser({ role: "auditor" });
    await page.addInitScript(() => {
      const send = window.fetch.bind(window);
      window.fetch = (input, init) => send(input, { ...init, credentials: "omit" });
    });
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Signing in needs a cookie" }),
    ).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveValue(username);
    const { rowCount } = await db.query(`SELECT 1 FROM "Session" WHERE "userId" = $1`, [id]);
    expect(rowCount).toBe(0);
  });
});
