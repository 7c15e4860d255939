import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const pendingUserDialogs: DialogCase[] = [
  {
    name: "pending users, and their dialogs,",
    opens: [
      "pending-users-approve-dialog",
      "pending-users-reject-dialog",
      "pending-users-clear-dialog",
    ],
    async show({ page, db, signedInAs, aPendingUser }) {
      const { username } = await signedInAs("admin");
      const named = await aPendingUser({
        username: `grace.brewster.murray.hopper.${username}@mathematics.research.example.com`,
        displayName: "Grace Brewster Murray Hopper",
      });
      const other = await aPendingUser({ username: `other-${username}@example.com` });
      await page.goto(`/pending-users?q=${username}`);
      await expect(page.getByText(named.username)).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      const menu = page.getByRole("button", { name: /^Actions for .*Hopper/ });
      await menu.click();
      await expect(page.getByRole("menuitem", { name: "Approve…" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: "Approve…" }).click();
      await expect(page.getByRole("combobox", { name: "Role" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");
      await menu.click();
      await page.getByRole("menuitem", { name: "Reject…" }).click();
      await expect(page.getByRole("textbox", { name: "Reason" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");

      await page.getByRole("checkbox", { name: /Hopper/ }).check();
      await page.getByRole("checkbox", { name: /other-/ }).check();
      await page.getByRole("button", { name: "Approve…" }).click();
      const approve = page.getByRole("dialog", { name: "Approve 2 people" });
      await expect(approve.getByRole("region", { name: "Whom this is about" })).toBeVisible();
      await expectAccessible(page);
      await db.query(`DELETE FROM "PendingUser" WHERE "username" = $1`, [other.username]);
      await approve.getByRole("button", { name: "Approve 2 people" }).click();
      await expect(page.getByRole("dialog", { name: "1 person approved" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Close" }).last().click();

      await page.getByRole("button", { name: "More for all pending users" }).click();
      await page.getByRole("menuitem", { name: "Reject all…" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    },
  },
];
