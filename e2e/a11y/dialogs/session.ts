import { endSessionAtSave } from "../../end-session";
import { expect, PASSWORD } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const sessionDialogs: DialogCase[] = [
  {
    name: "the questions before all sessions end, and who one is,",
    opens: ["sessions-end-dialog", "identity-check-dialog", "sign-in-again-dialog"],
    async show({ page, signedInAs, db }) {
      const { id } = await signedInAs("auditor");
      await page.goto("/account/sessions");
      await page.getByRole("button", { name: /^Sign out everywhere/ }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);

      await page.goto("/account/password");
      await page.getByLabel("New password", { exact: true }).fill(`${PASSWORD}, and another`);
      await page.getByRole("button", { name: "Change password" }).click();
      const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
      await expect(dialog).toBeVisible();
      await expectAccessible(page);

      await dialog.getByRole("button", { name: "Confirm" }).click();
      await expect(dialog.getByText("Enter your password.", { exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);

      await endSessionAtSave(page, db, id);
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
  {
    name: "the words about somebody else who has signed in",
    opens: ["other-user-dialog"],
    async show({ page, signedInAs }) {
      await signedInAs("auditor");
      await page.goto("/account");
      await signedInAs("admin");
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await expect(page.getByRole("dialog", { name: "Somebody else is signed in" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
