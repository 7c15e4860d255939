import type { Page } from "@playwright/test";
import { expect, test, type TestFixtures } from "../fixtures";

type Start = Pick<TestFixtures, "aUser" | "signedInAs"> & { page: Page };

/** Types a name on a user's page that nobody has saved yet, as a person does. */
async function editName({ page, aUser, signedInAs }: Start) {
  const user = await aUser({ displayName: "Grace" });
  const editor = await signedInAs("admin");
  await page.goto("/users");
  // The list is alive when it answers: its links are followed without loading a page.
  await page.getByRole("searchbox", { name: "Search users" }).fill(user.username);
  await expect(page).toHaveURL(/q=/);
  const row = page.getByRole("row").filter({ hasText: user.username });
  await row.getByRole("link", { name: "Grace" }).click();
  const name = page.getByLabel("Display name");
  await name.click();
  await page.keyboard.type(" Hopper");
  await expect(name).toHaveValue("Grace Hopper");
  return { user, name, editor };
}

const questionOn = (page: Page) => page.getByRole("alertdialog", { name: "Leave without saving?" });

test.describe("what was typed and not saved", () => {
  test("is asked about by a link and by another tab of the page", async ({
    page,
    aUser,
    signedInAs,
  }) => {
    const { user, name } = await editName({ page, aUser, signedInAs });
    const question = questionOn(page);
    const tab = page.getByRole("link", { name: "Sessions" });
    await tab.click();
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(question).toHaveCount(0);
    await expect(tab).toBeFocused();
    await expect(name).toHaveValue("Grace Hopper");
    await expect(page).toHaveURL(new RegExp(`/users/${user.username}$`));

    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Users", exact: true })
      .click();
    await question.getByRole("button", { name: "Discard my changes" }).click();
    await expect(page).toHaveURL(/\/users$/);
    await expect(question).toHaveCount(0);
  });

  test("is asked about by a step back", async ({ page, aUser, signedInAs }) => {
    const { user, name } = await editName({ page, aUser, signedInAs });
    await page.evaluate(() => {
      history.back();
    });
    const question = questionOn(page);
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("Grace Hopper");

    await page.evaluate(() => {
      history.back();
    });
    await question.getByRole("button", { name: "Discard my changes" }).click();
    await expect(page).toHaveURL(new RegExp(`/users\\?q=${user.username}$`));
  });

  test("is asked about by a reload", async ({ page, aUser, signedInAs }) => {
    const { name } = await editName({ page, aUser, signedInAs });
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => {
      setTimeout(() => {
        location.reload();
      });
    });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await expect(name).toHaveValue("Grace Hopper");
  });

  test("is asked about by the command menu and by signing out", async ({
    page,
    aUser,
    signedInAs,
  }) => {
    const { user, name, editor } = await editName({ page, aUser, signedInAs });
    const question = questionOn(page);
    await page.getByRole("button", { name: editor.username }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(name).toHaveValue("Grace Hopper");

    await page.keyboard.press("Control+k");
    const menu = page.getByRole("dialog", { name: "Search or jump to" });
    await menu.getByRole("combobox").fill("audit log");
    await menu.getByRole("option", { name: "Audit log" }).click();
    await expect(question).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/users/${user.username}$`));
    await question.getByRole("button", { name: "Discard my changes" }).click();
    await expect(page).toHaveURL(/\/audit$/);
  });

  test("in a dialog is asked about by a step back", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/account");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Users", exact: true })
      .click();
    await page.getByRole("button", { name: /Add user/ }).click();
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await dialog.getByLabel("Username").click();
    await page.keyboard.type("grace");
    await page.evaluate(() => {
      history.back();
    });
    const question = page.getByRole("alertdialog", { name: "Discard what you typed?" });
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(dialog.getByLabel("Username")).toHaveValue("grace");
    await expect(page).toHaveURL(/\/users$/);
  });

  test("is not asked about once it is saved or undone", async ({ page, aUser, signedInAs }) => {
    const { name } = await editName({ page, aUser, signedInAs });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Grace Hopper" })).toBeVisible();
    await name.fill("Somebody else");
    await page.getByRole("button", { name: "Undo changes" }).click();
    await page.getByRole("link", { name: "Sessions" }).click();
    await expect(page).toHaveURL(/\/sessions$/);
  });
});
