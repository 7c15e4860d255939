import { expect } from "../../fixtures";
import { invite } from "../../invites";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const inviteDialogs: DialogCase[] = [
  {
    name: "inviting, its check and its links,",
    opens: ["invite-dialog"],
    async show({ page, signedInAs }) {
      const { username } = await signedInAs("admin");
      await page.goto("/invites");
      await page.getByRole("button", { name: "Invite people" }).first().click();
      const dialog = page.getByRole("dialog", { name: "Invite people" });
      await dialog
        .getByRole("textbox", { name: "Addresses" })
        .fill(`grace.example.com\n${username}@example.com`);
      await expect(dialog.getByRole("region", { name: /something wrong/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await dialog.getByRole("radio", { name: "CSV file" }).check();
      await expect(dialog.locator("[type=file]")).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole("radio", { name: "Type or paste" }).check();
      await dialog.getByRole("button", { name: "Remove it" }).click();
      await dialog.getByRole("button", { name: "Check…" }).click();
      await expect(dialog.getByRole("button", { name: "Invite 1 person" })).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Invite 1 person" }).click();
      await expect(page.getByRole("dialog", { name: "1 person invited" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
  {
    name: "invites whose mail failed, expired ones, and their dialogs,",
    opens: [
      "invite-new-link-dialog",
      "invite-revoke-dialog",
      "invites-bulk-dialog",
      "invites-revoke-all-dialog",
    ],
    async show({ page, db, signedInAs }) {
      const { username } = await signedInAs("admin");
      const emails = ["failed", "queued", "old"].map((name) => `${name}-${username}@example.com`);
      await invite(page.request, emails, { user_group_ids: ["global-network-user-grp"] });
      await db.query(
        `UPDATE "Invite" SET "mailStatus" = 'failed',
           "mailError" = 'The mail server refused the address: 550 5.1.1 No such user here'
         WHERE "email" = $1`,
        [emails[0]],
      );
      await db.query(
        `UPDATE "Invite" SET "mailStatus" = 'sent', "expiresAt" = now() - interval '2 days' WHERE "email" = $1`,
        [emails[2]],
      );
      await page.goto(`/invites?q=${username}`);
      await expect(page.getByText("No such user here")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      const menu = page.getByRole("button", { name: /Actions for the invite of .*failed/ });
      await menu.click();
      await expect(page.getByRole("menuitem", { name: "Revoke…" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: "Revoke…" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await menu.click();
      await page.getByRole("menuitem", { name: "New link…" }).click();
      await expect(page.getByRole("button", { name: "Make new link" })).toBeFocused();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Make new link" }).click();
      await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Done" }).click();

      await page.getByRole("checkbox", { name: /failed-/ }).check();
      await page.getByRole("button", { name: "New links…" }).click();
      await expect(page.getByText("1 invite will be given a new link")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "More for all invites" }).click();
      await page.getByRole("menuitem", { name: "Revoke all…" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    },
  },
];
