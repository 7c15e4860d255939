import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const roleDialogs: DialogCase[] = [
  {
    name: "the editor and the dialogs of a role",
    opens: ["role-create-dialog", "role-save-dialog", "role-delete-dialog", "resource-add-dialog"],
    async show({ page, signedInAs, aRole }) {
      await signedInAs("admin");
      const role = await aRole();
      await page.goto("/roles");
      await page.getByRole("button", { name: "Add role" }).click();
      await expect(page.getByRole("dialog", { name: "Add a role" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto(`/roles/${role.id}`);
      await page.getByRole("button", { name: "Add a single resource" }).click();
      await expect(page.getByLabel("Kind")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("checkbox", { name: "All gateways Connect" }).check();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Review and save" }).click();
      await expect(page.getByText("Nobody gains or loses access.")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Undo changes" }).click();

      await page.getByRole("button", { name: "Delete role…" }).click();
      await expect(page.getByText("Nobody gains or loses access.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
