import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const clientConfigDialogs: DialogCase[] = [
  {
    name: "dialogs of client configs",
    opens: [
      "config-action-dialog",
      "config-create-dialog",
      "config-edit-dialog",
      "config-disable-dialog",
      "config-delete-dialog",
      "configs-bulk-dialog",
    ],
    async show({ page, signedInAs, aNetwork, aGateway, aConfig }) {
      await signedInAs("admin");
      const { netid } = await aNetwork();
      const gateway = await aGateway({ netid });
      const device = await aConfig({ gateway, deviceName: "Pickup 7" });
      await page.goto(`/networks/${netid}/configs`);
      await page.getByRole("button", { name: "Add client config" }).click();
      const form = page.getByRole("dialog", { name: "Add a client config" });
      await form.getByRole("combobox", { name: "Gateway" }).fill(gateway.name);
      await page.getByRole("option", { name: gateway.name }).click();
      await form.getByLabel("Public key").fill("no key");
      await expect(form.getByText("Not a WireGuard public key yet")).toBeVisible();
      await expectAccessible(page);
      await form.getByLabel("Public key").fill("hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=");
      await expect(form.getByText("This is a WireGuard public key.")).toBeVisible();
      await form.getByRole("button", { name: "Add client config" }).click();
      await expect(page.getByRole("dialog", { name: "Client config added" })).toBeVisible();
      await expect(page.getByText("There is no file for the device yet")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");

      await page.getByRole("checkbox", { name: "Select Pickup 7" }).check();
      const bar = page.getByRole("toolbar", { name: "Selected client configs" });
      await bar.getByRole("button", { name: "Delete…" }).click();
      await expect(page.getByRole("button", { name: "Delete 1 client config" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto(`/client-configs/${device.id}`);
      await page.getByRole("button", { name: "Edit…" }).click();
      await expect(page.getByRole("dialog", { name: "Edit Pickup 7" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");

      for (const action of ["Disable…", "Delete…"]) {
        await page.getByRole("button", { name: action }).click();
        await expect(page.getByRole("alertdialog")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("alertdialog")).toBeHidden();
      }
    },
  },
];
