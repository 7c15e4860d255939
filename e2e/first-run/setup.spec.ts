import type { Page } from "@playwright/test";
import { setupToken } from "../environment";
import { fieldsOf } from "../fields";
import { expect, PASSWORD, SUPER_ADMIN, test } from "../fixtures";

async function fillIn(page: Page) {
  await page.getByLabel("Username").fill(SUPER_ADMIN);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the super admin" }).click();
}

test.describe("an empty server", () => {
  test.describe.configure({ mode: "serial" });

  test("leads to the setup page and says what is missing without the token", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/setup$/);
    await fillIn(page);
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

  test("says that a token is wrong, and asks for the right one", async ({ page }) => {
    await page.goto("/setup#token=nonsense");
    await fillIn(page);
    const form = page.getByRole("form", { name: "Super admin" });
    await expect(form.getByRole("alert")).toContainText("The setup token is not right");
    await expect(form.getByLabel("Setup token")).toBeVisible();
    await expect(form.getByLabel("Username")).toHaveValue(SUPER_ADMIN);
  });

  test("does not blame the token for what the server refuses for another reason", async ({
    page,
  }) => {
    const reason = "This request comes from another site.";
    await page.route("**/createsuperadmin", (route) =>
      route.fulfill({
        status: 403,
        headers: { "X-Error-Code": "forbidden" },
        json: { Code: 403, Message: reason, Response: null, RequestId: "x" },
      }),
    );
    await page.goto(`/setup#token=${setupToken}`);
    await fillIn(page);
    const form = page.getByRole("form", { name: "Super admin" });
    await expect(form.getByRole("alert")).toContainText(reason);
    await expect(form.getByText(/is (wrong|not the setup token)/)).toHaveCount(0);
  });

  test("creates the super admin by the printed link and signs in at once", async ({ page }) => {
    await page.goto(`/setup#token=${setupToken}`);
    await page.getByLabel("Username").fill(SUPER_ADMIN);
    await page.getByLabel("Display name").fill("Ada Osei");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create the super admin" }).click();
    await expect(page).toHaveURL(/\/users$/);
    await expect(page.getByText("No other users yet")).toBeVisible();
  });

  test("is set up only once", async ({ page }) => {
    await page.goto("/setup");
    await expect(page.getByRole("link", { name: /sign in/i })).toBeVisible();
    await expect(page.getByRole("button", { name: "Create the super admin" })).toHaveCount(0);
  });
});
