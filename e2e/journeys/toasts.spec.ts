import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** Saves a change of one's own name, and tabs on to the message about it. */
async function tabToToast(page: Page) {
  await page.goto("/account");
  await page.getByLabel("Display name").fill("Somebody else");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Display name saved")).toBeVisible();
  const dismiss = page.getByRole("button", { name: "Dismiss" });
  for (let count = 0; count < 20 && !(await isFocused(dismiss)); count += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(dismiss).toBeFocused();
  return dismiss;
}

function isFocused(locator: ReturnType<Page["getByRole"]>): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

test.describe("a message at the edge of the page", () => {
  test("lets the keyboard go on to the top of the page", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    await tabToToast(page);
    const skip = page.getByRole("link", { name: "Skip to the content" });
    for (let count = 0; count < 3 && !(await isFocused(skip)); count += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(skip).toBeFocused();
  });

  test("gives the focus back to the page when it is dismissed", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    const dismiss = await tabToToast(page);
    await page.keyboard.press("Enter");
    await expect(dismiss).toHaveCount(0);
    await expect(
      page.locator("main").locator(":focus").or(page.locator("main:focus")),
    ).toBeVisible();
  });
});
