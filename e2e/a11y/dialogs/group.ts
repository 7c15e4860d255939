import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const groupDialogs: DialogCase[] = [
  {
    name: "dialogs of groups",
    opens: [
      "group-action-dialog",
      "group-create-dialog",
      "group-edit-dialog",
      "group-delete-dialog",
      "delete-dialog",
    ],
    async show({ page, signedInAs, aNetwork, aGroup, aUser }) {
      await signedInAs("admin");
      const members = [await aUser(), await aUser()];
      const group = await aGroup({ networks: [await aNetwork()], members });
      await page.goto(`/groups?q=${encodeURIComponent(group.name)}`);
      await page.getByRole("button", { name: "Add group" }).click();
      await expect(page.getByRole("dialog", { name: "Add a group" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto(`/groups/${group.id}`);
      await page.getByRole("button", { name: "Edit…" }).click();
      await expect(page.getByRole("dialog", { name: `Edit ${group.name}` })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Delete group…" }).click();
      await expect(page.getByText("2 people lose access.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
  {
    name: "dialogs about the members of a group",
    opens: ["members-add-dialog", "members-remove-dialog"],
    async show({ page, signedInAs, aGroup, aUser }) {
      await signedInAs("admin");
      const member = await aUser();
      const other = await aUser();
      const group = await aGroup({ members: [member] });
      await page.goto(`/groups/${group.id}`);
      await page.getByRole("button", { name: `Actions for ${member.username}` }).click();
      await page.getByRole("menuitem", { name: "Remove from group…" }).click();
      await expect(page.getByRole("button", { name: "Remove 1 person" })).toBeEnabled();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Add people" }).click();
      await expect(page.getByRole("combobox", { name: "People" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("radio", { name: "Paste a list" }).check();
      await page.getByLabel("Names, usernames").fill(`${other.username}, nobody-at-all`);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Find these people" }).click();
      await expect(page.getByText("1 of 2 names found.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
  {
    name: "dialogs about what a group grants",
    opens: ["grant-add-dialog", "grants-save-dialog", "save-dialog"],
    async show({ page, signedInAs, aNetwork, aGroup, aUser }) {
      await signedInAs("admin");
      const network = await aNetwork();
      const group = await aGroup({ networks: [network], members: [await aUser()] });
      await page.goto(`/groups/${group.id}/access`);
      await page.getByRole("button", { name: "Give access" }).click();
      await expect(page.getByLabel("Network")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: `Remove ${network.netid} User` }).click();
      await page.getByRole("button", { name: "Review and save" }).click();
      await expect(page.getByText("1 person loses access.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
