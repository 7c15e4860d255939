import { aDeviceOf, aGatewayOf } from "../../devices";
import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const deviceDialogs: DialogCase[] = [
  {
    name: "one's own devices, and their dialogs,",
    opens: ["device-add-dialog", "device-delete-dialog"],
    async show({ page, db, signedInAs, aNetwork }) {
      const user = await signedInAs("service-user");
      const network = await aNetwork();
      const gateway = await aGatewayOf(db, user, { network, name: "Harbour" });
      await aGatewayOf(db, user, { network, name: `${"A-long-name-".repeat(5)}gate` });
      await aDeviceOf(db, user, { gateway, name: "Phone" });
      await aDeviceOf(db, user, {
        gateway,
        name: `${"A-long-name-".repeat(10)}laptop`,
        os: "laptop",
        isEnabled: false,
      });
      await page.goto("/account/access");
      await expect(page.getByRole("list", { name: "My devices" })).toContainText("Harbour on");
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await page.getByRole("button", { name: "Delete Phone" }).click();
      await expect(page.getByRole("alertdialog", { name: "Delete “Phone”?" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Add device" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill("Tablet");
      await dialog.getByRole("radio", { name: "Phone" }).check();
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Next" }).click();
      await dialog.getByRole("button", { name: "Add device" }).click();
      await expect(dialog.getByText("Choose a gateway.")).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole("radio", { name: /^Harbour/ }).check();
      await dialog.getByRole("button", { name: "Add device" }).click();
      await expect(dialog.getByRole("img", { name: /^QR code/ })).toBeVisible();
      await dialog.getByText("Show as text").click();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    },
  },
];
