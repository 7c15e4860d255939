import { setupToken } from "../environment";
import { fieldsOf } from "../fields";
import { expect, PASSWORD, SUPER_ADMIN, test } from "../fixtures";

test.describe("an empty server", () => {
  test.describe.configure({ mode: "serial" });

  test("leads to the setup page and says what is missing without the token", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/setup$/);
    await page.getByLabel("Username").fill(SUPER_ADMIN);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create the super admin" }).click();
    await expect(page.getByText(/setup token/i).first()).toBeVisible();
  });

  test("tells password managers what it asks for", async ({ page }) => {
    await page.goto(`/setup#token=${setupToken}`);
    expect(await fieldsOf(page.getByRole("form", { name: "Super admin" }))).toEqual([
      "username username",
      "display_name name",
      "password new-password",
    ]);
  });

  test("creates the super admin by the printed link and signs in at once", async ({ page }) => {
    await page.goto(`/setup#token=${setupToken}`);
    await page.getByLabel("Username").fill(SUPER_ADMIN);
    await page.getByLabel("Display name").fill("Ada Osei");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create the super admin" }).click();
    await expect(page).toHaveURL(/\/users$/);
    await expect(page.getByText("Nobody here but you")).toBeVisible();
  });

  test("is set up only once", async ({ page }) => {
    await page.goto("/setup");
    await expect(page.getByRole("link", { name: /sign in/i })).toBeVisible();
    await expect(page.getByRole("button", { name: "Create the super admin" })).toHaveCount(0);
  });
});
