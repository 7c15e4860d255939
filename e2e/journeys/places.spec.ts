import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test, type TestFixtures } from "../fixtures";

type Start = Pick<TestFixtures, "aUser" | "signedInAs"> & { page: Page };

/** Forty users of one name, and the list alive: it has answered a tick. */
async function openList({ page, aUser, signedInAs }: Start) {
  const word = `w${randomUUID().slice(0, 8)}`;
  const names = Array.from({ length: 40 }, (_, index) => `${word} ${String(index + 10)}`);
  await Promise.all(names.map((displayName) => aUser({ displayName })));
  await signedInAs("admin");
  await page.goto(`/users?q=${word}`);
  await page.getByRole("checkbox", { name: `Select ${word} 45` }).check();
  const bar = page.getByRole("toolbar", { name: "Selected users" });
  await expect(bar).toContainText("1 selected");
  return { word, bar };
}

test.describe("a step back from a user", () => {
  test("finds the list scrolled, chosen and focused as it was", async ({
    page,
    aUser,
    signedInAs,
  }) => {
    const { word, bar } = await openList({ page, aUser, signedInAs });
    const link = page.getByRole("link", { name: `${word} 47` });
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name: `${word} 47` })).toBeVisible();
    await page.goBack();
    await expect(bar).toContainText("1 selected");
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
    await expect(page.getByRole("checkbox", { name: `Select ${word} 45` })).toBeChecked();
  });

  test("and a visit by a link begins anew", async ({ page, aUser, signedInAs }) => {
    const { word, bar } = await openList({ page, aUser, signedInAs });
    await page.getByRole("link", { name: `${word} 47` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${word} 47` })).toBeVisible();
    const users = page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Users", exact: true });
    await users.click();
    await expect(page.getByRole("table")).toBeVisible();
    await expect(bar).toHaveCount(0);
    await expect(users).toBeFocused();
  });

  test("leaves the focus on the page where what had it is gone", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/account");
    await page.getByRole("link", { name: "Preferences" }).click();
    await page.getByRole("slider").focus();
    await page.goBack();
    await expect(page.getByLabel("Display name")).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
  });
});

test.describe("the bar of the chosen rows", () => {
  test("is one key away, and gives the focus back to the row", async ({
    page,
    aUser,
    signedInAs,
  }) => {
    const { word, bar } = await openList({ page, aUser, signedInAs });
    await expect(page.getByRole("checkbox", { name: `Select ${word} 45` })).toBeFocused();
    await page.keyboard.press("b");
    await expect(bar.getByRole("button").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole("link", { name: `${word} 45` })).toBeFocused();
  });
});
