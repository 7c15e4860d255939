import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const looks = [
  { theme: "light", textSize: 16, width: 1440 },
  { theme: "dark", textSize: 16, width: 1440 },
  { theme: "light", textSize: 24, width: 390 },
  { theme: "dark", textSize: 24, width: 390 },
] as const;

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
  expect(found).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels that the page is wider than the window").toBeLessThanOrEqual(0);
}

for (const { theme, textSize, width } of looks) {
  test.describe(`${theme}, ${String(textSize)} px, ${String(width)} wide`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme: theme });

    for (const path of ["/sign-in", "/setup"]) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScrolling(page);
      });
    }

    for (const path of [
      "/users",
      "/users?q=nobody-has-this-name",
      "/users/ada",
      "/users/ada/sessions",
      "/users/ada/activity",
      "/users/nobody-has-this-name",
      "/account",
      "/account/password",
      "/account/sessions",
      "/account/activity",
      "/audit",
      "/audit?q=nothing-has-this-text",
    ]) {
      test(`${path} is accessible`, async ({ page, signedInAs }) => {
        await signedInAs("auditor", { theme, textSize });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expectAccessible(page);
        await expectNoSidewaysScrolling(page);
      });
    }

    test("the users page's dialogs and menus are accessible", async ({
      page,
      signedInAs,
      aUser,
    }) => {
      const user = await aUser({ displayName: "Jun Park" });
      await signedInAs("admin", { theme, textSize });
      await page.goto(`/users?q=${user.username}`);
      await expect(page.getByText("Jun Park")).toBeVisible();

      await page.getByRole("button", { name: /Add user/ }).click();
      await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Status" }).click();
      await expect(page.getByRole("checkbox", { name: "Disabled" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: /^Actions/ }).click();
      await expect(page.getByRole("menuitem").first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: /Delete/ }).click();
      await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
      await expectAccessible(page);
    });

    test("the command menu is accessible", async ({ page, signedInAs, aUser }) => {
      const user = await aUser({ displayName: "Jun Park" });
      await signedInAs("auditor", { theme, textSize });
      await page.goto(`/users/${user.username}`);
      await page.getByRole("button", { name: /^Search or jump to/ }).click();
      const menu = page.getByRole("dialog", { name: "Search or jump to" });
      await expect(menu.getByRole("option", { name: /^Disable/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await menu.getByRole("combobox").fill(user.username);
      await expect(menu.getByRole("option", { name: "Jun Park" })).toBeVisible();
      await expectAccessible(page);

      await menu.getByRole("combobox").fill("nothing-has-this-name");
      await expect(menu.getByText(/^Nothing matches/)).toBeVisible();
      await expectAccessible(page);

      await page.route("**/api/v2/users?*", (route) => route.fulfill({ status: 400, json: {} }));
      await menu.getByRole("combobox").fill("not to be searched");
      await expect(menu.getByRole("alert")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });
  });
}
