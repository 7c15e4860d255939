import type { Page } from "@playwright/test";
import type pg from "pg";
import { endSessionAtSave } from "../end-session";
import { expect, PASSWORD, test, type TestFixtures } from "../fixtures";

type Start = Pick<TestFixtures, "aUser" | "signedInAs"> & { page: Page; db: pg.Client };

/** An edit on a user's page, in a session that has ended meanwhile. */
async function editWithoutSession({ page, db, aUser, signedInAs }: Start) {
  const user = await aUser({ displayName: "Grace" });
  const editor = await signedInAs("admin");
  await page.goto(`/users/${user.username}`);
  await page.getByLabel("Display name").fill("Grace Hopper");
  await endSessionAtSave(page, db, editor.id);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toBeVisible();
  return { user, editor, dialog };
}

function nameIn(db: pg.Client, userId: string) {
  return db
    .query<{ displayName: string }>(`SELECT "displayName" FROM "User" WHERE "id" = $1`, [userId])
    .then(({ rows }) => rows[0]?.displayName);
}

test.describe("a session that ends in the middle of an edit", () => {
  test("is begun anew in place, and the edit is saved", async ({ page, db, aUser, signedInAs }) => {
    const { user, editor, dialog } = await editWithoutSession({ page, db, aUser, signedInAs });
    await expect(dialog.getByLabel("Username")).toHaveValue(editor.username);
    await dialog.getByLabel("Password", { exact: true }).fill("a wrong one");
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();

    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText("Display name saved")).toBeVisible();
    expect(await nameIn(db, user.id)).toBe("Grace Hopper");
    await page.reload();
    await expect(page.getByLabel("Display name")).toHaveValue("Grace Hopper");
  });

  test("loses nothing when one does not sign in", async ({ page, db, aUser, signedInAs }) => {
    const { dialog } = await editWithoutSession({ page, db, aUser, signedInAs });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "nothing was saved" })).toBeVisible();
    await expect(page.getByLabel("Display name")).toHaveValue("Grace Hopper");
  });

  test("saves nothing in the name of somebody else", async ({ page, db, aUser, signedInAs }) => {
    const other = await aUser({ role: "admin" });
    const { user, dialog } = await editWithoutSession({ page, db, aUser, signedInAs });
    await dialog.getByLabel("Username").fill(other.username);
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    const notice = page.getByRole("dialog", { name: "Somebody else is signed in" });
    await expect(notice).toContainText(`${other.username} has signed in`);
    await notice.getByRole("button", { name: "Back to the page" }).click();
    await expect(page.getByLabel("Display name")).toHaveValue("Grace Hopper");
    expect(await nameIn(db, user.id)).toBe("Grace");
  });
});

test.describe("somebody else who signs in in another tab", () => {
  /** An edit on a user's page, with somebody else signed in meanwhile, of which this tab was not told. */
  async function editAsSomebodyElse({ page, aUser, signedInAs }: Omit<Start, "db">) {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    await page.getByLabel("Display name").fill("Grace Hopper");
    const other = await signedInAs("admin");
    return { user, other };
  }

  test("is noticed at once, and one button goes on as them", async ({
    page,
    context,
    aUser,
    signedInAs,
  }) => {
    const other = await aUser({ role: "auditor" });
    const tab = await context.newPage();
    await tab.goto("/sign-in");
    await signedInAs("admin");
    await page.goto("/users");
    await tab.getByLabel("Username").fill(other.username);
    await tab.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await tab.getByRole("button", { name: "Sign in" }).click();

    const notice = page.getByRole("dialog", { name: "Somebody else is signed in" });
    await expect(notice).toContainText(`${other.username} has signed in`);
    await notice.getByRole("button", { name: `Go on as ${other.username}` }).click();
    await expect(page.getByRole("button", { name: other.username }).first()).toBeVisible();
    await expect(page).toHaveURL(/\/users$/);
  });

  test("is noticed when one comes back to the tab", async ({ page, aUser, signedInAs }) => {
    const { other } = await editAsSomebodyElse({ page, aUser, signedInAs });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    const notice = page.getByRole("dialog", { name: "Somebody else is signed in" });
    await expect(notice).toContainText(`${other.username} has signed in`);
    await notice.getByRole("button", { name: "Back to the page" }).click();
    await expect(page.getByLabel("Display name")).toHaveValue("Grace Hopper");
  });

  test("saves nothing that was typed as one's own", async ({ page, db, aUser, signedInAs }) => {
    const { user } = await editAsSomebodyElse({ page, aUser, signedInAs });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Somebody else is signed in" })).toBeVisible();
    expect(await nameIn(db, user.id)).toBe("Grace");
  });

  test("is noticed when a page drawn for them comes", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/audit");
    await signedInAs("admin");
    await page.getByRole("link", { name: "Users", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Somebody else is signed in" })).toBeVisible();
  });
});
