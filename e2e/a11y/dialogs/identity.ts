import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const identityDialogs: DialogCase[] = [
  {
    name: "the questions before an identity is unlinked, and who one is without a password,",
    opens: ["identity-unlink-dialog"],
    async show({ page, db, signedInAs, anIdentity }) {
      const user = await signedInAs("auditor");
      await db.query(`UPDATE "User" SET "authType" = 'oauth' WHERE "id" = $1`, [user.id]);
      await anIdentity(user);
      await anIdentity(user);
      await page.goto("/account/security");
      await page
        .getByRole("button", { name: /^Unlink/ })
        .first()
        .click();
      const dialog = page.getByRole("alertdialog", { name: /^Unlink/ });
      await expect(dialog).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await dialog.getByRole("button", { name: /^Unlink/ }).click();
      await expect(page.getByRole("button", { name: /^Confirm with/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
