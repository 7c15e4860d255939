import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import { withGateways } from "../../gateways-stub";
import type { DialogCase } from "./dialog-case";

export const accessDialogs: DialogCase[] = [
  {
    name: "somebody's access and its dialogs",
    opens: [
      "gateway-attach-dialog",
      "gateway-detach-dialog",
      "group-join-dialog",
      "group-leave-dialog",
      "network-join-dialog",
    ],
    async show({ page, signedInAs, aNetwork, aGroup, aUser }) {
      await signedInAs("admin");
      const user = await aUser();
      const network = await aNetwork();
      const group = await aGroup({ networks: [network], members: [user] });
      await withGateways(page, { names: ["Roof", "Dock"] });
      await page.goto(`/users/${user.username}/access`);
      await expect(page.getByText(`because member of “${group.name}”`)).toBeVisible();
      await expectAccessible(page);

      await page.getByRole("button", { name: `2 gateways of ${network.netid}` }).click();
      await expect(page.getByRole("button", { name: "Detach from Roof" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Detach from Roof" }).click();
      await expect(
        page.getByText("3 client configs of theirs on it will be deleted."),
      ).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Attach to gateway" }).click();
      await expect(page.getByRole("combobox", { name: "Gateway" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Add to network" }).click();
      await expect(page.getByRole("combobox", { name: "Network" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Add to group" }).click();
      await page.getByRole("combobox", { name: "Group" }).fill("All Networks User");
      await page.getByRole("option", { name: "All Networks User Group" }).click();
      await expect(page.getByText("1 person gains access.")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Discard" }).click();

      await page.getByRole("button", { name: `Remove from ${group.name}` }).click();
      await expect(page.getByText(/^They lose 1 network/)).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
