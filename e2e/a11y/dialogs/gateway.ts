import type pg from "pg";
import { expect, type TestThing, type TestUser } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const gatewayDialogs: DialogCase[] = [
  {
    name: "dialogs of gateways",
    opens: [
      "gateway-create-dialog",
      "gateway-delete-dialog",
      "people-attach-dialog",
      "people-detach-dialog",
    ],
    async show({ page, db, signedInAs, aGateway, aUser, aConfig }) {
      await signedInAs("admin");
      const gateway = await aGateway();
      await page.goto("/gateways");
      await page.getByRole("button", { name: "Add gateway" }).click();
      await expect(page.getByRole("dialog", { name: "Add a gateway" })).toBeVisible();
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("button", { name: "Add name server" }).click();
      await expect(page.getByRole("group", { name: "Name server 1" })).toBeVisible();
      await page.getByRole("button", { name: "Add gateway" }).last().click();
      await expect(page.getByText("Choose a network.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      const owner = await aUser();
      await attach(db, owner, gateway);
      for (let nth = 0; nth < 2; nth += 1) await aConfig({ gateway, owner });
      await page.goto(`/gateways/${gateway.id}/people`);
      await page.getByRole("button", { name: "Attach people" }).first().click();
      await expect(page.getByRole("combobox", { name: "People" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Actions for" }).first().click();
      await page.getByRole("menuitem", { name: "Detach from gateway…" }).click();
      await expect(page.getByText("2 client configs will be deleted.")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Delete gateway…" }).click();
      await expect(page.getByText(/(loses|lose) access\./)).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];

async function attach(db: pg.Client, user: TestUser, gateway: TestThing): Promise<void> {
  await db.query(
    `INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
     SELECT "id", "networkId", $2 FROM "Gateway" WHERE "id" = $1`,
    [gateway.id, user.id],
  );
}
