// What lies where: that nothing is cut off, nothing lies over anything else, and pages look alike.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not shown.");
  return box;
}

function overlap(one: Box, other: Box): boolean {
  const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  const isAbove = one.y + one.height <= other.y || other.y + other.height <= one.y;
  return !isBeside && !isAbove;
}

async function scrollToEnd(page: Page) {
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
}

/** How many pixels of it are out of sight. */
function beyond(scroller: Locator): Promise<{ aside: number; below: number }> {
  return scroller.evaluate((element) => ({
    aside: element.scrollWidth - element.clientWidth,
    below: element.scrollHeight - element.clientHeight,
  }));
}

test.describe("a list", () => {
  for (const textSize of [16, 24]) {
    for (const width of [700, 900, 1100, 1290]) {
      test(`shows what it has room for, ${String(width)} wide with text of ${String(textSize)}`, async ({
        page,
        signedInAs,
        aUser,
        anAccessToken,
      }) => {
        const user = await aUser({ displayName: "Somebody with a name that is rather long" });
        for (let count = 0; count < 26; count += 1) await anAccessToken(user);
        await signedInAs("admin", { textSize });
        await page.setViewportSize({ width, height: 720 });
        for (const [path, name] of [
          [`/users?q=${user.username}`, "Table of users"],
          [`/tokens?q=${user.username}`, "Table of API tokens"],
        ] as const) {
          await page.goto(path);
          const table = page.getByRole("region", { name });
          await expect(table.getByRole("row").last()).toBeVisible();
          expect((await beyond(table)).aside, `${path}: cut off at the side`).toBe(0);
          const html = await beyond(page.locator("html"));
          expect(html.aside, `${path}: cut off at the side of the page`).toBe(0);
          const isInner = (await beyond(table)).below > 0;
          expect(isInner && html.below > 0, `${path}: scrolls twice`).toBe(false);
        }
      });
    }
  }

  for (const { width, height, textSize } of [
    { width: 1290, height: 720, textSize: 16 },
    { width: 900, height: 700, textSize: 24 },
    { width: 390, height: 844, textSize: 16 },
  ]) {
    test(`has its pager in the clear, ${String(width)} wide with text of ${String(textSize)}`, async ({
      page,
      signedInAs,
      aUser,
    }) => {
      const user = await aUser();
      for (let count = 0; count < 30; count += 1) await aUser();
      await signedInAs("admin", { textSize });
      await page.setViewportSize({ width, height });
      await page.goto("/users");
      const box = page.getByRole("checkbox", { name: /^Select / });
      await box.nth(1).check();
      await scrollToEnd(page);
      const pager = page.getByRole("navigation", { name: "Pages" });
      const bar = page.getByRole("toolbar", { name: "Selected users" });
      await expect(bar).toBeVisible();
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      );
      expect(overlap(await boxOf(pager), await boxOf(bar)), "the bar over the pager").toBe(false);

      await page.goto(`/users?q=${user.username}`);
      await page.getByRole("button", { name: `Actions for ${user.username}` }).click();
      await page.getByRole("menuitem", { name: "Disable…" }).click();
      await page.getByRole("button", { name: "Disable", exact: true }).click();
      const toast = page.getByRole("listitem").filter({ hasText: "disabled" });
      await expect(toast).toBeVisible();
      await scrollToEnd(page);
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      );
      expect(overlap(await boxOf(pager), await boxOf(toast)), "a message over it").toBe(false);
    });
  }

  test("asks for a page on Enter, and not when its field is left", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
  }) => {
    const user = await aUser();
    for (let count = 0; count < 26; count += 1) await anAccessToken(user);
    await signedInAs("auditor");
    await page.goto(`/tokens?q=${user.username}&per_page=25`);
    const field = page.getByRole("textbox", { name: "Page" });
    await field.fill("2");
    await field.press("Tab");
    await expect(field).toHaveValue("1");
    expect(page.url()).not.toContain("&page=2");
    await field.fill("2");
    await field.press("Enter");
    await expect(page).toHaveURL(/&page=2/);
  });

  test("begins near the top of a phone", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/users");
    const { y } = await boxOf(page.getByRole("region", { name: "Table of users" }));
    expect(y).toBeLessThanOrEqual(250);
  });
});

test.describe("pages", () => {
  test("of forms are equally wide", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    await page.setViewportSize({ width: 1920, height: 1000 });
    const rights: number[] = [];
    for (const path of ["/account/preferences", "/account/password", "/settings"]) {
      await page.goto(path);
      const card = await boxOf(page.getByRole("main").locator("section").first());
      rights.push(card.x + card.width);
    }
    await page.goto(`/users/${username}/tokens`);
    const button = await boxOf(page.getByRole("button", { name: "Create token" }));
    rights.push(button.x + button.width);
    expect(Math.max(...rights) - Math.min(...rights), rights.join(", ")).toBeLessThanOrEqual(1);
  });

  test("that do not exist keep the navigation for who is signed in", async ({
    page,
    signedInAs,
  }) => {
    await page.goto("/no/such/page");
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);

    await signedInAs("auditor");
    const response = await page.goto("/no/such/page");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Users", exact: true })
      .click();
    await expect(page).toHaveURL(/\/users$/);
  });

  test("load the one font that they show", async ({ page }) => {
    await page.goto("/sign-in");
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".woff2"));
    });
    expect(fonts).toHaveLength(1);
  });

  test("of oneself say why one's role stays", async ({ page, signedInAs }) => {
    const { username } = await signedInAs("admin");
    await page.goto(`/users/${username}`);
    const role = page.getByLabel("Role");
    await expect(role).toBeDisabled();
    await expect(role).toHaveAccessibleDescription(/You cannot change your own role\./);
  });

  test("of a user say each time once", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    await page.goto(`/users/${username}`);
    await expect(page.getByRole("main").getByText("Last sign-in")).toHaveCount(1);
  });
});
