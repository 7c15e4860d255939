import type { Locator, Page } from "@playwright/test";
import { expect, PASSWORD } from "./fixtures";

/** The dialog that asks who one is. */
export function identityCheck(page: Page): Locator {
  return page.getByRole("dialog", { name: "Confirm it's you" });
}

/** Answers it with the password that everybody has here. */
export async function confirmIdentity(page: Page): Promise<void> {
  const dialog = identityCheck(page);
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toHaveCount(0);
}
