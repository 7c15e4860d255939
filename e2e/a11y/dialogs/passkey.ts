import { addAuthenticator } from "../../authenticator";
import { expect } from "../../fixtures";
import { confirmIdentity, identityCheck } from "../../identity-check";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const passkeyDialogs: DialogCase[] = [
  {
    name: "adding, renaming and removing passkeys, and saying who one is with one,",
    opens: ["passkey-add-dialog", "passkey-rename-dialog", "passkey-remove-dialog"],
    async show({ page, db, signedInAs }) {
      const user = await signedInAs("auditor");
      const device = await addAuthenticator(page);
      await device.refuse(true);
      await page.goto("/account/security");
      await page.getByRole("button", { name: "Add passkey…" }).click();
      const add = page.getByRole("dialog", { name: "Add a passkey" });
      await expect(add).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await add.getByRole("button", { name: "Continue" }).click();
      await confirmIdentity(page);
      await expect(add.getByRole("alert")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await device.refuse(false);
      await add.getByLabel("Name").fill("Phone");
      await add.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("list", { name: "Passkeys" })).toContainText("Phone");
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await page.getByRole("button", { name: "Rename Phone…" }).click();
      const rename = page.getByRole("dialog", { name: "Rename Phone" });
      await expect(rename).toBeVisible();
      await expectAccessible(page);
      await rename.getByRole("button", { name: "Cancel" }).click();

      await db.query(
        `UPDATE "Session" SET "identityConfirmedAt" = now() - interval '1 day' WHERE "userId" = $1`,
        [user.id],
      );
      await page.reload();
      await page.getByRole("button", { name: "Remove Phone…" }).click();
      const remove = page.getByRole("alertdialog", { name: "Remove Phone?" });
      await expect(remove).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await remove.getByRole("button", { name: "Remove passkey" }).click();
      const check = identityCheck(page);
      await check.getByRole("button", { name: "Use a passkey instead" }).click();
      await device.refuse(true);
      await check.getByRole("button", { name: "Use a passkey", exact: true }).click();
      await expect(check.getByRole("alert")).toContainText("No passkey was used.");
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
