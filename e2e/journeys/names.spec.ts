// What people are called: letters of both directions, names that show nothing, names in place of ids.
import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

/** Ends with what belongs to neither direction, and would move across the words beside it. */
function aHebrewName(): string {
  return `דנה ${randomUUID().slice(0, 8)} (א)`;
}

test("a name from right to left moves nothing around it, wherever it stands in a sentence", async ({
  page,
  signedInAs,
  aUser,
}) => {
  const displayName = aHebrewName();
  const { username } = await aUser({ displayName });
  await signedInAs("super-admin");
  await page.goto(`/users/${username}`);
  const isolated = page.locator("bdi[translate=no]");
  await expect(page.getByRole("heading", { level: 1 }).locator(isolated)).toHaveText(displayName);
  await expect(page).toHaveTitle(new RegExp(`^\u2068${displayName.replace(/[()]/g, ".")}\u2069`));

  await page.getByRole("button", { name: "Disable…" }).click();
  const dialog = page.getByRole("alertdialog", { name: `Disable ${displayName}?` });
  await expect(dialog.getByRole("heading").locator(isolated)).toHaveText(displayName);
  await expect(dialog.locator(isolated).filter({ hasText: username })).toBeVisible();
  await dialog.getByRole("button", { name: "Disable" }).click();
  const toast = page.getByText(`${displayName} is disabled`);
  await expect(toast.locator(isolated)).toHaveText(displayName);

  await page.goto(`/users/${username}/activity`);
  const entry = page.getByRole("listitem").filter({ hasText: "disabled" });
  await expect(entry.locator(isolated).filter({ hasText: displayName })).toBeVisible();
});

test("a name that shows nothing gives way to the username", async ({ page, signedInAs, aUser }) => {
  const { username } = await aUser({ displayName: "\u3164\u200b" });
  await signedInAs("super-admin");
  await page.goto(`/users?q=${username}`);
  await page.getByRole("link", { name: username, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(username);
  await expect(page).toHaveTitle(new RegExp(`^${username}`));
});

test("the owners of API tokens and the actors of audit entries are called by their names", async ({
  page,
  signedInAs,
  aUser,
  anAccessToken,
}) => {
  const displayName = `Nia ${randomUUID().slice(0, 8)}`;
  const owner = await aUser({ displayName });
  await anAccessToken(owner);
  const actor = await signedInAs("admin", { displayName: `Sam ${randomUUID().slice(0, 8)}` });
  await page.goto(`/tokens?q=${owner.username}`);
  const row = page.getByRole("row").filter({ hasText: owner.username });
  await expect(row.getByRole("link", { name: displayName })).toBeVisible();

  await page.goto(`/users/${owner.username}`);
  await page.getByRole("button", { name: "Disable…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText(`${displayName} is disabled`)).toBeVisible();
  await page.goto(`/audit?actor=${actor.username}`);
  await expect(page.getByText(`${actor.displayName} disabled ${displayName}`)).toBeVisible();
});
