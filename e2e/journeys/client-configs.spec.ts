// Client configs: made, found, changed and deleted; and who has which address of a network.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import type pg from "pg";
import { expect, test, type TestNetwork, type TestThing, type TestUser } from "../fixtures";

const KEY = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

async function pick(page: Page, label: string, text: string) {
  await page.getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

/** The first three parts of the addresses of a test's network. */
async function prefixOf(db: pg.Client, { netid }: TestNetwork): Promise<string> {
  const found = await db.query<{ start: string }>(
    `SELECT host("addressRange") AS "start" FROM "Network" WHERE "id" = $1`,
    [netid],
  );
  return found.rows[0]?.start.replace(/0$/, "") ?? "";
}

async function attach(db: pg.Client, user: TestUser, gateway: TestThing) {
  await db.query(
    `INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
     SELECT "id", "networkId", $2 FROM "Gateway" WHERE "id" = $1`,
    [gateway.id, user.id],
  );
}

async function letAdminister(db: pg.Client, user: TestUser, { netid }: TestNetwork) {
  await db.query(`INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($1, $2)`, [
    `${netid}-network-admin-grp`,
    user.id,
  ]);
}

function rowOf(page: Page, { id }: TestThing): Locator {
  return page.locator(`[data-row="${id}"]`);
}

/** Opens the command menu; what is typed before its field has the focus goes elsewhere. */
async function openMenu(page: Page) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or jump to" })).toBeFocused();
}

async function savedText(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent("download");
  await button.click();
  const download = await saving;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

test.describe("client configs", () => {
  test("are made for somebody, with an address and a file for the device", async ({
    page,
    db,
    signedInAs,
    aUser,
    aNetwork,
    aGateway,
  }) => {
    await signedInAs("admin");
    const network = await aNetwork();
    const gateway = await aGateway({ netid: network.netid, endpoints: ["vpn.example.com"] });
    await db.query(`UPDATE "Gateway" SET "publicKey" = $2, "addresses" = $3 WHERE "id" = $1`, [
      gateway.id,
      KEY,
      [`${await prefixOf(db, network)}1/24`],
    ]);
    const owner = await aUser();

    await page.goto("/client-configs");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await pick(page, "Owner", owner.username);
    await pick(page, "Network", network.netid);
    await pick(page, "Gateway", gateway.name);
    await dialog.getByLabel("Device name").fill("Pickup 7");
    await dialog.getByLabel("Public key").fill(KEY.slice(0, 20));
    await expect(dialog.getByText("Not a WireGuard public key yet")).toBeVisible();
    await dialog.getByLabel("Public key").fill(KEY.replace("h", "g"));
    await expect(dialog.getByText("This is a WireGuard public key.")).toBeVisible();
    await dialog.getByRole("button", { name: "Add client config" }).click();
    await expect(dialog.getByText(`${owner.username} does not have this gateway.`)).toBeVisible();

    await attach(db, owner, gateway);
    await dialog.getByRole("button", { name: "Add client config" }).click();
    await expect(page.getByRole("dialog", { name: "Client config added" })).toBeVisible();
    const address = `${await prefixOf(db, network)}2`;
    await expect(dialog.getByText(address, { exact: true })).toBeVisible();
    const file = await savedText(page, dialog.getByRole("button", { name: "Download file" }));
    expect(file.name).toMatch(/^[0-9a-f]{12}\.conf$/);
    expect(file.text).toContain("# PrivateKey = \n");
    expect(file.text).toContain(`Address = ${address}/32\n`);
    expect(file.text).toContain("Endpoint = vpn.example.com:51821\n");
    await dialog.getByRole("button", { name: "Done" }).click();

    await page.goto(`/users/${owner.username}/configs`);
    const row = page.getByRole("row").filter({ hasText: "Pickup 7" });
    await expect(row).toContainText(address);
    await expect(row).toContainText(gateway.name);
  });

  test("are found, narrowed and sorted, and the address says how", async ({
    page,
    signedInAs,
    aUser,
    aNetwork,
    aGateway,
    aConfig,
    db,
  }) => {
    await signedInAs("auditor");
    const network = await aNetwork();
    const gateway = await aGateway({ netid: network.netid });
    const prefix = await prefixOf(db, network);
    const owner = await aUser({ displayName: "Grace Osei" });
    const phone = await aConfig({ gateway, owner, deviceName: "Phone", address: `${prefix}10` });
    const tablet = await aConfig({
      gateway,
      deviceName: "Tablet",
      address: `${prefix}9`,
      isEnabled: false,
    });

    await page.goto(`/client-configs?network=${network.netid}`);
    await expect(rowOf(page, phone)).toContainText("Grace Osei");
    await expect(rowOf(page, tablet)).toContainText("Nobody");
    await page.getByRole("button", { name: "IPv4" }).click();
    await expect(page).toHaveURL(/sort=address/);
    await expect(page.getByRole("row").nth(1)).toContainText("Tablet");

    await page.getByRole("button", { name: "No owner" }).click();
    await page.getByRole("checkbox", { name: "Belongs to nobody" }).check();
    await expect(rowOf(page, phone)).toBeHidden();
    await page.reload();
    await expect(rowOf(page, tablet)).toBeVisible();
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByRole("searchbox").fill(`${prefix}10`);
    await expect(rowOf(page, phone)).toBeVisible();
    await page.getByRole("searchbox").fill("nothing has this");
    await expect(page.getByText("No client configs match").last()).toBeVisible();
  });

  test("are changed, switched off and deleted on their page, which keeps what happened", async ({
    page,
    signedInAs,
    aConfig,
  }) => {
    await signedInAs("admin");
    const { id } = await aConfig({ deviceName: "Old name" });
    await page.goto(`/client-configs/${id}`);
    await page.getByRole("button", { name: "Edit…" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit Old name" });
    await dialog.getByLabel("Device name").fill("New name");
    await dialog.getByLabel("DNS").fill("not an address");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("This must be an IP address, or empty.")).toBeVisible();
    await dialog.getByLabel("DNS").fill("10.0.0.53");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "New name" })).toBeVisible();

    await page.getByRole("button", { name: "Disable…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("New name is off")).toBeVisible();
    await page.getByRole("button", { name: "Enable" }).click();
    await expect(page.getByText("New name is on")).toBeVisible();

    await page.getByRole("link", { name: "Activity" }).click();
    await expect(page.getByText(/changed the DNS and device name of/)).toBeVisible();
    await expect(page.getByText(/changed the state of .* from On to Off/)).toBeVisible();
    await page.getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Delete client config" }).click();
    await expect(page).toHaveURL(/\/client-configs$/);
    await expect(page.getByText("New name was deleted")).toBeVisible();
  });

  test("tell their owners what their gateways are called", async ({
    page,
    db,
    signedInAs,
    aNetwork,
    aGateway,
    aConfig,
  }) => {
    const owner = await signedInAs("platform-user");
    const gateway = await aGateway({ netid: (await aNetwork()).netid });
    await attach(db, owner, gateway);
    const config = await aConfig({ gateway, owner });
    for (const address of [`/client-configs/${config.id}`, `/users/${owner.username}/configs`]) {
      await page.goto(address);
      await expect(page.getByText(gateway.name).first()).toBeVisible();
      await expect(page.getByText(gateway.id)).toHaveCount(0);
    }
  });

  test("that a network admin may not delete are skipped, and it is said why", async ({
    page,
    db,
    signedInAs,
    aUser,
    aNetwork,
    aGateway,
    aConfig,
  }) => {
    const admin = await signedInAs("platform-user");
    const network = await aNetwork();
    await letAdminister(db, admin, network);
    const gateway = await aGateway({ netid: network.netid });
    const owner = await aUser({ role: "platform-user" });
    const theirs = await aConfig({ gateway, owner, deviceName: "Theirs" });
    const nobodys = await aConfig({ gateway, deviceName: "Nobody’s" });
    const elsewhere = await aConfig({ deviceName: "Elsewhere" });

    await page.goto("/client-configs");
    await expect(rowOf(page, theirs)).toBeVisible();
    await expect(rowOf(page, elsewhere)).toHaveCount(0);
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    await page
      .getByRole("toolbar", { name: "Selected client configs" })
      .getByRole("button", { name: "Delete…" })
      .click();
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("1 client config skipped");
    await expect(question).toContainText("Network admins change their own client configs");
    await question.getByRole("button", { name: "Delete 1 client config" }).click();
    await expect(page.getByText("1 client config deleted")).toBeVisible();
    await expect(rowOf(page, nobodys)).toHaveCount(0);
    await expect(rowOf(page, theirs)).toBeVisible();
  });

  test("are gone to by the keyboard alone, and made from everywhere", async ({
    page,
    signedInAs,
    aConfig,
  }) => {
    await signedInAs("admin");
    const { id } = await aConfig({ deviceName: "Harbour crane" });
    await page.goto("/account");
    await openMenu(page);
    await page.keyboard.type(id);
    await expect(page.getByRole("option", { name: "Harbour crane" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Harbour crane" })).toBeVisible();
    await openMenu(page);
    await page.keyboard.type("add client config");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Add a client config" })).toBeVisible();
  });
});

test.describe("the addresses of a network", () => {
  test("are those of devices and gateways, in order, counted, found and saved", async ({
    page,
    db,
    signedInAs,
    aUser,
    aNetwork,
    aGateway,
    aConfig,
  }) => {
    await signedInAs("auditor");
    const network = await aNetwork();
    const prefix = await prefixOf(db, network);
    const gateway = await aGateway({ netid: network.netid, name: "Harbour" });
    await db.query(`UPDATE "Gateway" SET "addresses" = $2 WHERE "id" = $1`, [
      gateway.id,
      [`${prefix}1/24`, `${prefix}50/24`],
    ]);
    const owner = await aUser();
    await aConfig({ gateway, owner, deviceName: "Phone", address: `${prefix}10` });
    await aConfig({ gateway, deviceName: "Tablet", address: `${prefix}9` });
    await aConfig({ gateway, deviceName: "Printer", address: `${prefix}100` });

    await page.goto(`/networks/${network.netid}`);
    await page.getByRole("link", { name: "Addresses" }).click();
    const table = page.getByRole("table", { name: "Addresses" });
    const rows = table.getByRole("row");
    await expect(rows).toHaveCount(6);
    const addresses = table.getByRole("rowheader");
    await expect(addresses).toHaveText(
      ["1", "9", "10", "50", "100"].map((last) => `${prefix}${last}`),
    );
    for (const index of [1, 4]) {
      await expect(rows.nth(index).getByRole("cell").first()).toContainText("Gateway");
    }
    await expect(rows.nth(3)).toContainText(owner.username);
    await expect(rows.nth(3)).toContainText("Phone");
    await expect(rows.nth(3)).toContainText("Harbour");
    const counts = page.getByRole("region", { name: "IPv4 addresses" });
    await expect(counts).toContainText("Used by devices3");
    await expect(counts).toContainText("Used by gateways2");
    await expect(counts).toContainText("Free249");
    await expect(page.getByText("1–5 of 5", { exact: true })).toBeVisible();

    const file = await savedText(page, page.getByRole("button", { name: "Export CSV" }));
    expect(file.name).toBe(`addresses-${network.netid}.csv`);
    expect(file.text.trim().split("\r\n")).toHaveLength(6);

    await page.getByRole("searchbox").fill("harb");
    await expect(rows).toHaveCount(3);
    await page.getByRole("searchbox").fill(owner.username);
    await expect(rows).toHaveCount(2);
    await page.getByRole("searchbox").fill(`${prefix}9`);
    await expect(rows.nth(1)).toContainText("Tablet");
  });

  test("of thousands come page by page", async ({ page, db, signedInAs, aNetwork, aGateway }) => {
    await signedInAs("auditor");
    const { netid } = await aNetwork();
    const gateway = await aGateway({ netid });
    await db.query(
      `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "address", "searchText")
       SELECT $1 || '-' || n, $1, $2, '10.250.0.0'::inet + n, '' FROM generate_series(1, 4000) n`,
      [netid, gateway.id],
    );
    let asked = 0;
    page.on("response", (response) => {
      if (response.url().includes("/client_configs")) asked += 1;
    });
    await page.goto(`/networks/${netid}/addresses?page=80`);
    await expect(page.getByText("3,951–4,000 of 4,000", { exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "IPv4 addresses" })).toContainText("4,000");
    expect(asked).toBeLessThanOrEqual(3);
    await db.query(`DELETE FROM "ClientConfig" WHERE "networkId" = $1`, [netid]);
  });
});
