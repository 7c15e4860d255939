import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const tokenDialogs: DialogCase[] = [
  {
    name: "API tokens of every age, and their dialogs,",
    opens: ["token-revoke-dialog", "token-create-dialog"],
    async show({ page, signedInAs, anAccessToken }) {
      const user = await signedInAs("admin");
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
      await dialog.getByLabel("Expires").selectOption({ label: "Custom date" });
      await expectAccessible(page);
      await dialog.getByLabel("Expires").selectOption({ label: "In 7 days" });
      await dialog.getByLabel("Name").fill("new");
      await dialog.getByRole("button", { name: "Create token" }).click();
      await expect(dialog.getByRole("button", { name: "Copy command" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    },
  },
];
