import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** Presses the mouse as a hand does: the page has time to react before the button is let go. */
async function pressSlowly(page: Page, button: Locator) {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not on the page.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect(await button.boundingBox()).toEqual(box);
  await page.mouse.up();
}

test.describe("a press on a button while a field has the focus", () => {
  test("closes the dialog of a new user", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await expect(dialog.getByLabel("Username")).toBeFocused();
    await pressSlowly(page, dialog.getByRole("button", { name: "Cancel" }));
    await expect(dialog).toHaveCount(0);
  });

  test("sends a new user, and says at the fields what is wrong", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await dialog.getByLabel("Password", { exact: true }).fill("x");
    await pressSlowly(page, dialog.getByRole("button", { name: "Add user" }));
    await expect(dialog.getByLabel("Username")).toBeFocused();
    await expect(dialog.getByLabel("Username")).toHaveAttribute("aria-invalid", "true");
    await dialog.getByLabel("Username").fill("somebody");
    await expect(dialog.getByLabel("Username")).not.toHaveAttribute("aria-invalid");
  });

  test("sends a new token", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/account/tokens");
    await page.getByRole("button", { name: "Create token" }).first().click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await pressSlowly(page, dialog.getByRole("button", { name: "Create token" }));
    await expect(dialog.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  });

  test("sends a new password", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/account/password");
    await page.getByLabel("New password", { exact: true }).fill("x");
    await pressSlowly(page, page.getByRole("button", { name: "Change password" }));
    await expect(page.getByLabel("New password", { exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
  });

  test("shows what of the server's settings is wrong", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    const field = page.getByLabel("Longest API token lifetime");
    await field.fill("none");
    await pressSlowly(page, page.getByRole("button", { name: "Review changes…" }));
    await expect(field).toHaveAttribute("aria-invalid", "true");
  });
});
