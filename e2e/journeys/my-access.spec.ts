import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { aDeviceOf, aGatewayOf, devicesOf, keysIn, scan } from "../devices";
import { expect, test } from "../fixtures";

const PAGE = "/account/access";
const STATES = /\/remote_access_gw\?/;

const deviceRow = (page: Page, name: string): Locator =>
  page.getByRole("list", { name: "My devices" }).getByRole("listitem").filter({ hasText: name });

/** Everything that the page sends, as text. */
function watchRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    sent.push(request.url(), request.postData() ?? "", JSON.stringify(request.headers()));
  });
  return sent;
}

/** All that is left in the page and the browser. */
function tracesIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join("\n"),
  );
}

async function saved(dialog: Locator, page: Page): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await dialog.getByRole("button", { name: /^Download/ }).click();
  const download = await waiting;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("a service user adds it by the QR code, whose key nobody else sees", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user", { theme: "dark" });
    const network = await aNetwork();
    const gateway = await aGatewayOf(db, user, { network, name: "Harbour" });
    const sent = watchRequests(page);
    await page.goto("/account");
    await page.getByRole("link", { name: "My access" }).click();
    const networks = page.getByRole("list", { name: "Networks" });
    await expect(networks.getByRole("heading", { name: network.netid })).toBeVisible();
    await expect(
      networks.getByRole("listitem").filter({ hasText: "Harbour" }).last(),
    ).toContainText("Given to you directly");
    await expect(page.getByText("No devices yet")).toBeVisible();

    await page.getByRole("button", { name: "Add device" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Ada's phone");
    await dialog.getByRole("radio", { name: "Phone" }).check();
    await expect(dialog).toContainText("through the gateway Harbour");
    await dialog.getByRole("button", { name: "Add device" }).click();
    const code = dialog.getByRole("img", { name: /^QR code for/ });
    await expect(code).toBeVisible();
    const scanned = await scan(page, code);

    const [device] = await devicesOf(db, user);
    expect(device).toMatchObject({
      deviceName: "Ada's phone",
      os: "phone",
      gatewayId: gateway.id,
      deviceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const { privateKey, publicKey } = keysIn(scanned);
    expect(publicKey).toBe(device?.publicKey);
    const file = await saved(dialog, page);
    expect(file).toEqual({ name: "Adas-phone.conf", text: scanned });

    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    await expect(deviceRow(page, "Ada's phone")).toContainText(`Harbour on ${network.netid}`);
    expect(sent.join("\n")).toContain(publicKey);
    expect(sent.join("\n")).not.toContain(privateKey);
    expect(sent.join("\n")).not.toContain(encodeURIComponent(privateKey));
    expect(await tracesIn(page)).not.toContain(privateKey);
  });
});

test("a laptop is added by keyboard alone, through one of several gateways, by its file", async ({
  page,
  db,
  signedInAs,
  aNetwork,
}) => {
  const user = await signedInAs("service-user");
  const network = await aNetwork();
  await aGatewayOf(db, user, { network, name: "Altona" });
  const chosen = await aGatewayOf(db, user, { network, name: "Bergedorf" });
  await page.goto(PAGE);
  const add = page.getByRole("button", { name: "Add device" });
  await add.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/1 to 255/);
  await page.keyboard.type("Büro-Laptop");
  await page.keyboard.press("Enter");

  const first = dialog.getByRole("radio", { name: /^Altona/ });
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Choose a gateway.")).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(first).not.toBeFocused();
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: /^Bergedorf/ })).toBeChecked();
  await page.keyboard.press("Enter");

  await expect(dialog.getByRole("button", { name: "Download Buro-Laptop.conf" })).toBeFocused();
  const waiting = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const text = await readFile(await (await waiting).path(), "utf8");
  const [device] = await devicesOf(db, user);
  expect(device).toMatchObject({ deviceName: "Büro-Laptop", os: "laptop", gatewayId: chosen.id });
  expect(keysIn(text).publicKey).toBe(device?.publicKey);
  const given = await page.request.get(`/api/v1/client_configs/${device?.id ?? ""}/wireguard`);
  expect(text.replace(/^PrivateKey = .*$/m, "# PrivateKey = ")).toBe(await given.text());
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();
});

test("without HTTPS the key comes from the library, and is copied as text", async ({
  page,
  db,
  signedInAs,
  aNetwork,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, "subtle", { value: undefined });
    Object.defineProperty(Crypto.prototype, "randomUUID", { value: undefined });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const user = await signedInAs("platform-user");
  await aGatewayOf(db, user, { network: await aNetwork() });
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Add device" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Router");
  await dialog.getByRole("radio", { name: "Other" }).check();
  await dialog.getByRole("button", { name: "Add device" }).click();
  await dialog.getByText("Show as text").click();
  const text = await dialog
    .getByRole("group", { name: "Configuration" })
    .locator("code")
    .innerText();
  const [device] = await devicesOf(db, user);
  expect(keysIn(text).publicKey).toBe(device?.publicKey);
  await dialog.getByRole("button", { name: "Copy" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("what is shown once is not lost by a slip", async ({ page, db, signedInAs, aNetwork }) => {
  const user = await signedInAs("service-user");
  const network = await aNetwork();
  await aGatewayOf(db, user, { network });
  await aGatewayOf(db, user, { network, name: "the other" });
  await page.goto("/account");
  await page.getByRole("link", { name: "My access" }).click();
  await page.getByRole("button", { name: "Add device" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Tablet");
  await dialog.getByRole("button", { name: "Next" }).click();
  await page.keyboard.press("Escape");
  const typed = page.getByRole("alertdialog", { name: "Discard what you typed?" });
  await typed.getByRole("button", { name: "Keep editing" }).click();
  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("Tablet");
  await dialog.getByRole("button", { name: "Next" }).click();
  await dialog.getByRole("radio", { name: /^the other/ }).check();
  await dialog.getByRole("button", { name: "Add device" }).click();
  await expect(dialog.getByRole("heading", { name: "Set up “Tablet”" })).toBeVisible();

  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: /^Have you scanned the code/ });
  await question.getByRole("button", { name: "Go back" }).click();
  await page.evaluate(() => {
    history.back();
  });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Close" }).click();
  await expect(deviceRow(page, "Tablet")).toBeVisible();
});

test.describe("a device that cannot be added", () => {
  async function tryToAdd(page: Page): Promise<Locator> {
    await page.getByRole("button", { name: "Add device" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Phone");
    await dialog.getByRole("button", { name: "Add device" }).click();
    return dialog.getByRole("alert");
  }

  test("is refused before it is made, where the gateway is known not to be ready", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user");
    const { id } = await aGatewayOf(db, user, { network: await aNetwork(), isReady: false });
    await db.query(`UPDATE "Gateway" SET "status" = 'disconnected' WHERE "id" = $1`, [id]);
    await page.goto(PAGE);
    await expect(page.getByText("Disconnected")).toBeVisible();
    await page.getByRole("button", { name: "Add device" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("is not ready for devices yet. Ask an administrator");
    await expect(dialog.getByRole("button", { name: "Add device" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("is taken back where only its file tells that the gateway is not ready", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user");
    await aGatewayOf(db, user, { network: await aNetwork(), name: "Raw", isReady: false });
    await page.route(STATES, (route) => route.fulfill({ status: 403, json: {} }));
    await page.goto(PAGE);
    const alert = await tryToAdd(page);
    await expect(alert).toContainText("The gateway “Raw” is not ready for devices yet.");
    await expect(alert).toContainText("Nothing was added.");
    expect(await devicesOf(db, user)).toEqual([]);
  });

  test("says so where the gateway was taken away meanwhile", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user");
    await aGatewayOf(db, user, { network: await aNetwork(), name: "Lost" });
    await page.goto(PAGE);
    await expect(page.getByText("Lost", { exact: true })).toBeVisible();
    await db.query(`DELETE FROM "GatewayAttachment" WHERE "userId" = $1`, [user.id]);
    await expect(await tryToAdd(page)).toContainText(
      "You do not have the gateway “Lost” any more.",
    );
  });

  test("says so where no address is left", async ({ page, db, signedInAs, aNetwork }) => {
    const user = await signedInAs("service-user");
    const network = await aNetwork();
    const gateway = await aGatewayOf(db, user, { network });
    const range = `(SELECT set_masklen("addressRange", 30) FROM "Network" WHERE "id" = $1)`;
    await db.query(
      `UPDATE "Gateway" SET "addresses" = ARRAY[host(${range}::inet + 1), host(${range}::inet + 2)]
       WHERE "networkId" = $1`,
      [network.netid],
    );
    await db.query(
      `UPDATE "Network" SET "addressRange" = set_masklen("addressRange", 30) WHERE "id" = $1`,
      [network.netid],
    );
    await page.goto(PAGE);
    await expect(page.getByText(gateway.name)).toBeVisible();
    await expect(await tryToAdd(page)).toContainText(
      `There is no free address left on ${network.netid}.`,
    );
  });

  test("is no question for whoever has no gateway", async ({ page, signedInAs }) => {
    const { username } = await signedInAs("service-user");
    await page.goto(PAGE);
    await expect(page.getByText("You cannot reach any network yet")).toBeVisible();
    await expect(page.getByText(`Here you are called ${username}.`)).toBeVisible();
    const add = page.getByRole("button", { name: "Add device" });
    await add.focus();
    await expect(page.getByRole("tooltip")).toContainText("Ask an administrator");
  });
});

test("an administrator has every gateway, and searches them by the address", async ({
  page,
  db,
  signedInAs,
  aUser,
  aNetwork,
}) => {
  const { name } = await aGatewayOf(db, await aUser(), { network: await aNetwork() });
  await signedInAs("admin");
  await page.goto(`/account/access?gateways.q=${encodeURIComponent(name)}`);
  const gateways = page.getByRole("list", { name: "Networks" }).getByRole("list");
  await expect(gateways.getByRole("listitem")).toHaveCount(1);
  await expect(gateways).toContainText("Because you are an administrator");
  await expect(gateways).toContainText("Online");
});

test.describe("one's own devices", () => {
  test("are switched at once, and back where that fails", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user");
    const gateway = await aGatewayOf(db, user, { network: await aNetwork() });
    await aDeviceOf(db, user, { gateway, name: "Phone" });
    await page.goto(PAGE);
    const toggle = page.getByRole("switch", { name: "Phone may connect" });
    await toggle.click();
    await expect(deviceRow(page, "Phone").getByText("Off")).toBeVisible();
    await expect
      .poll(async () => (await devicesOf(db, user)).map(({ isEnabled }) => isEnabled))
      .toEqual([false]);
    await expect(toggle).toBeFocused();

    await db.query(`DELETE FROM "GatewayAttachment" WHERE "userId" = $1`, [user.id]);
    await page.keyboard.press("Space");
    await expect(page.getByText("The device was not switched")).toBeVisible();
    await expect(toggle).not.toBeChecked();
  });

  test("are deleted when one is sure", async ({ page, db, signedInAs, aNetwork }) => {
    const user = await signedInAs("service-user");
    const gateway = await aGatewayOf(db, user, { network: await aNetwork() });
    await aDeviceOf(db, user, { gateway, name: "Old phone" });
    await aDeviceOf(db, user, { gateway, name: "Phone" });
    await page.goto(PAGE);
    await page.getByRole("button", { name: "Delete Old phone" }).click();
    const confirm = page.getByRole("alertdialog", { name: "Delete “Old phone”?" });
    await confirm.getByRole("button", { name: "Delete device" }).click();
    await expect(page.getByText("“Old phone” was deleted")).toBeVisible();
    await expect(deviceRow(page, "Old phone")).toHaveCount(0);
    expect((await devicesOf(db, user)).map(({ deviceName }) => deviceName)).toEqual(["Phone"]);
  });

  test("may be many: they are searched and turned over, as the address tells", async ({
    page,
    db,
    signedInAs,
    aNetwork,
  }) => {
    const user = await signedInAs("service-user");
    const gateway = await aGatewayOf(db, user, { network: await aNetwork() });
    for (const number of Array.from({ length: 30 }, (_, index) => index + 1)) {
      await aDeviceOf(db, user, { gateway, name: `Sensor ${String(number)}` });
    }
    await page.goto(PAGE);
    const rows = page.getByRole("list", { name: "My devices" }).getByRole("listitem");
    await expect(rows).toHaveCount(25);
    await page.getByRole("button", { name: "Next page" }).click();
    await expect(rows).toHaveCount(5);
    await expect(page).toHaveURL(/devices\.page=2/);
    await page.reload();
    await expect(rows).toHaveCount(5);
    await page.getByRole("searchbox", { name: "Search devices" }).fill("sensor 17");
    await expect(rows).toHaveCount(1);
    await page.getByRole("searchbox", { name: "Search devices" }).fill("nothing");
    await expect(page.getByText("No devices match")).toBeVisible();
  });
});
