import type { Page } from "@playwright/test";
import { expect } from "../../fixtures";
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
    async show({ page, signedInAs, aGateway, aUser }) {
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

      await answerPeople(page, (await aUser()).username);
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
      await expect(page.getByText("Nobody gains or loses access.")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];

/** The endpoints of those who have a gateway, for one who is attached. */
async function answerPeople(page: Page, username: string): Promise<void> {
  await page.route(/\/api\/v1\/gateways\/[^/]+\/users/, async (route) => {
    const user: unknown = await (await page.request.get(`/api/users/${username}`)).json();
    const reason = {
      kind: "attachment",
      group_id: "",
      group_name: "",
      network_id: "standing",
      role_id: "",
      role_name: "",
      right: "gateway",
    };
    const isRead = route.request().method() === "GET";
    const list = { page: 1, per_page: 50, total: 1, total_pages: 1 };
    const answer = isRead
      ? { ...list, data: [Object.assign({}, user, { reasons: [reason] })] }
      : { done: [username], skipped: [], client_configs: 2 };
    await route.fulfill({ json: { Code: 200, Message: "", Response: answer } });
  });
}
