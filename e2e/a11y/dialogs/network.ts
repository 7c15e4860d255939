import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const networkDialogs: DialogCase[] = [
  {
    name: "dialogs of networks",
    opens: [
      "network-action-dialog",
      "network-create-dialog",
      "network-edit-dialog",
      "network-delete-dialog",
      "people-add-dialog",
    ],
    async show({ page, signedInAs, aNetwork, aGroup, aUser }) {
      await signedInAs("admin");
      const network = await aNetwork();
      await aGroup({ networks: [network], members: [await aUser()] });
      await page.goto("/networks");
      await page.getByRole("button", { name: "Add network" }).click();
      await expect(page.getByRole("dialog", { name: "Add a network" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto(`/networks/${network.netid}`);
      await page.getByRole("button", { name: "Add service users" }).click();
      await expect(page.getByRole("combobox", { name: "Service users" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Edit ranges…" }).click();
      await expect(page.getByLabel("IPv4 range")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Delete network…" }).click();
      await expect(page.getByText("people lose access.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
