import type { Page } from "@playwright/test";
import { expect, makeWait, test } from "../fixtures";
import { consolePages } from "../pages";
import { expectAccessible } from "./axe";

const looks = [
  { theme: "light", textSize: 16, width: 1440 },
  { theme: "dark", textSize: 16, width: 1440 },
  { theme: "light", textSize: 24, width: 390 },
  { theme: "dark", textSize: 24, width: 390 },
  { theme: "light", textSize: 12, width: 768 },
] as const;

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
      ...consolePages,
      "/users?q=nobody-has-this-name",
      "/users/nobody-has-this-name",
      "/tokens?q=nothing-has-this-name",
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

    test("the page of a user who has to wait is accessible", async ({
      page,
      db,
      signedInAs,
      aUser,
    }) => {
      const { username } = await aUser();
      await makeWait(db, username);
      await signedInAs("admin", { theme, textSize });
      await page.goto(`/users/${username}`);
      await expect(page.getByText("Too many failed sign-ins")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });

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

    test("the filters of the audit log are accessible", async ({ page, signedInAs }) => {
      await signedInAs("auditor", { theme, textSize });
      await page.goto("/audit");
      for (const [filter, part] of [
        ["Actor", page.getByRole("listbox").getByRole("option").first()],
        ["Action", page.getByRole("listbox").getByRole("option").first()],
        ["Target type", page.getByRole("radio").first()],
        ["Date", page.getByLabel("From")],
      ] as const) {
        await page.getByRole("button", { name: filter, exact: true }).click();
        await expect(part).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
      await expectNoSidewaysScrolling(page);
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

    test("API tokens of every age, and their dialogs, are accessible", async ({
      page,
      signedInAs,
      anAccessToken,
    }) => {
      const user = await signedInAs("admin", { theme, textSize });
      const longAgo = new Date("2020-01-01");
      await anAccessToken(user, { name: "unused", createdAt: longAgo });
      await anAccessToken(user, { name: "old", createdAt: longAgo, expiresAt: new Date() });
      await anAccessToken(user, { name: "soon", expiresAt: new Date(Date.now() + 86_400_000) });
      await page.goto(`/tokens?q=${user.username}`);
      await expect(page.getByText("Expires soon")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await page.goto("/account/tokens");
      await page.getByRole("button", { name: "Revoke the API token old" }).click();
      await expect(page.getByRole("alertdialog", { name: "Revoke “old”?" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Create token" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Expires").selectOption({ label: "At the end of a day…" });
      await expectAccessible(page);
      await dialog.getByLabel("Expires").selectOption({ label: "In 7 days" });
      await dialog.getByLabel("Name").fill("new");
      await dialog.getByRole("button", { name: "Create token" }).click();
      await expect(dialog.getByRole("button", { name: "Copy command" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    });

    test("the server settings are accessible while they are changed", async ({
      page,
      signedInAs,
      db,
    }) => {
      const { username } = await signedInAs("admin", { theme, textSize });
      await db.query(
        `INSERT INTO "AuditEntry" ("id", "at", "actor", "verb", "targetType", "target", "ip",
           "userAgent", "requestId", "after")
         VALUES (gen_random_uuid(), now(), $1, 'server-settings.update',
           'server-settings', 'server-settings', '', '', '', '{"session_minutes": 720}')`,
        [username],
      );
      await page.goto("/settings");
      await expect(page.getByRole("definition").getByRole("link").first()).toBeVisible();
      const field = page.getByLabel("Longest API token lifetime");
      await field.fill("none");
      await field.blur();
      await expect(page.getByText("This must be a whole number")).toBeVisible();
      await expectAccessible(page);
      await field.fill("100");
      await page.getByRole("button", { name: "Review changes…" }).click();
      await expect(page.getByRole("alertdialog")).toContainText("Existing ones keep their date.");
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });
  });
}
