import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const userDialogs: DialogCase[] = [
  {
    name: "the users page's dialogs and menus",
    opens: ["user-create-dialog", "users-bulk-dialog", "user-action-dialog", "user-delete-dialog"],
    async show({ page, signedInAs, aUser }) {
      const user = await aUser({ displayName: "Jun Park" });
      await signedInAs("admin");
      await page.goto(`/users?q=${user.username}`);
      await expect(page.getByText("Jun Park")).toBeVisible();

      await page.getByRole("button", { name: /Add user/ }).click();
      const form = page.getByRole("dialog", { name: "Add a user" });
      await expect(form).toBeVisible();
      await expectAccessible(page);
      await form.getByLabel("Username").fill(`newcomer-${Date.now()}`);
      await form.getByLabel("Password", { exact: true }).fill("a password of theirs");
      await form.getByRole("button", { name: "Add user" }).click();
      await expect(page.getByRole("dialog", { name: /was added$/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Close anyway" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Close anyway" }).click();

      await page.getByRole("button", { name: "Status" }).click();
      await expect(page.getByRole("checkbox", { name: "Disabled" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("checkbox", { name: "Select Jun Park" }).check();
      const bar = page.getByRole("toolbar", { name: "Selected users" });
      await bar.getByRole("button", { name: "Disable…" }).click();
      await expect(page.getByRole("button", { name: "Disable 1 user" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: /^Actions/ }).click();
      await expect(page.getByRole("menuitem").first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: /Delete/ }).click();
      await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
      await expectAccessible(page);
    },
  },
  {
    name: "the questions before what is done to a user, and the form of a new password,",
    opens: [
      "user-disable-dialog",
      "user-sign-out-dialog",
      "user-transfer-dialog",
      "user-password-dialog",
      "role-change-dialog",
    ],
    async show({ page, signedInAs, aUser }) {
      const { username } = await aUser({ role: "admin", displayName: "Jun Park" });
      await signedInAs("super-admin");
      await page.goto(`/users/${username}`);
      for (const action of ["Sign out everywhere…", "Disable…", "Hand over super admin…"]) {
        const button = page.getByRole("button", { name: action });
        if (await button.isVisible()) {
          await button.click();
        } else {
          await page.getByRole("button", { name: "More actions" }).click();
          await page.getByRole("menuitem", { name: action }).click();
        }
        await expect(page.getByRole("alertdialog")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("alertdialog")).toBeHidden();
      }

      await page.getByRole("button", { name: "Set a new password…" }).click();
      await expect(page.getByRole("dialog", { name: /Set a new password for/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");

      await page.getByLabel("Role").selectOption({ label: "Auditor" });
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("alertdialog", { name: /^Change the role/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
