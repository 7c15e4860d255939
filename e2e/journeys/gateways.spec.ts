// Gateways: made, found, changed and deleted, and what network admins see of them.
import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

const KEY = "mhLQ0QbpOVFGwr3vmu1tTZVLkTl0rMGT1J1vYRZ4XkU=";

const unique = () => randomUUID().slice(0, 8);

test.describe("gateways", () => {
  test("are made from a name and a network, by keyboard alone", async ({
    page,
    signedInAs,
    aNetwork,
  }) => {
    await signedInAs("admin");
    const { netid } = await aNetwork();
    const name = `Harbor ${unique()}`;
    await page.goto("/gateways");
    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Tab");
    await page.keyboard.type(netid);
    await expect(page.getByRole("option", { name: netid })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("option")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(`${name} was added`)).toBeVisible();
    await expect(page.getByLabel("Listen port")).toHaveValue("51821");
  });

  test("are told all about under More, with what is wrong beside it", async ({
    page,
    signedInAs,
    aNetwork,
  }) => {
    await signedInAs("admin");
    const { netid } = await aNetwork();
    const name = `Harbor ${unique()}`;
    await page.goto(`/networks/${netid}/gateways`);
    await expect(page.getByText("No gateways on this network yet")).toBeVisible();
    await page.getByRole("button", { name: "Add gateway" }).click();
    const dialog = page.getByRole("dialog", { name: `Add a gateway to ${netid}` });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("button", { name: "More" }).click();
    await expect(dialog.getByLabel("Status")).toBeFocused();
    const key = dialog.getByLabel("Public key");
    await key.fill(KEY.slice(0, 12));
    await expect(dialog.getByText("12 of 44 characters so far.")).toBeVisible();
    await key.fill(KEY);
    await expect(dialog.getByText("This is a valid key.")).toBeVisible();
    const endpoints = dialog.getByLabel("Endpoints");
    await endpoints.fill("vpn.example.com, bad_host");
    await dialog.getByRole("button", { name: "Add name server" }).click();
    await expect(dialog.getByRole("textbox", { name: "Addresses" }).last()).toBeFocused();
    await page.keyboard.type("10.20.0.53 10.20.0.54");
    await dialog.getByRole("button", { name: "Add gateway" }).click();
    await expect(dialog.getByText("“bad_host”: This must be an IP address")).toBeVisible();
    await expect(endpoints).toBeFocused();
    await endpoints.fill("vpn.example.com, 203.0.113.9");
    await dialog.getByRole("button", { name: "Add gateway" }).click();

    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByLabel("Endpoints")).toHaveValue("vpn.example.com\n203.0.113.9");
    await expect(page.getByLabel("Public key")).toHaveValue(KEY);
    const server = page.getByRole("group", { name: "Name server 1" });
    await expect(server.getByRole("textbox", { name: "Addresses" })).toHaveValue(
      "10.20.0.53, 10.20.0.54",
    );
  });

  test("are found by search, network and status, and the address keeps it", async ({
    page,
    signedInAs,
    aNetwork,
    aGateway,
  }) => {
    await signedInAs("auditor");
    const [near, far] = [await aNetwork(), await aNetwork()];
    const word = unique();
    const endpoints = ["2001:db8::5"];
    const online = await aGateway({
      name: `a-${word}`,
      netid: near.netid,
      status: "online",
      endpoints,
    });
    const offline = await aGateway({ name: `b-${word}`, netid: near.netid });
    const other = await aGateway({ name: `c-${word}`, netid: far.netid });
    await page.goto("/gateways");
    await page.getByRole("searchbox", { name: "Search gateways" }).fill(word);
    for (const { name } of [online, offline, other]) {
      await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
    }
    await page.getByRole("button", { name: "Network", exact: true }).first().click();
    await page.getByRole("combobox", { name: "Search Network" }).fill(near.netid);
    await page.getByRole("option", { name: near.netid }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row").filter({ hasText: other.name })).toHaveCount(0);
    await page.getByRole("button", { name: "Status", exact: true }).first().click();
    await page.getByRole("checkbox", { name: "Online" }).check();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row").filter({ hasText: offline.name })).toHaveCount(0);
    await page.reload();
    const row = page.getByRole("row").filter({ hasText: online.name });
    await expect(row).toContainText("Online");
    await expect(row).toContainText("[2001:db8::5]:51821");
    await expect(page.getByText("1–1 of 1").first()).toBeVisible();
    await page.getByRole("searchbox", { name: "Search gateways" }).fill("nothing-has-this");
    await expect(page.getByText("No gateways match", { exact: false }).first()).toBeAttached();
  });

  test("are changed key by key, and keep what somebody else changed meanwhile", async ({
    page,
    signedInAs,
    aGateway,
  }) => {
    await signedInAs("admin");
    const gateway = await aGateway();
    await page.goto(`/gateways/${gateway.id}`);
    await page.getByLabel("Endpoints").fill("vpn.example.com");
    const path = `/api/v1/gateways/${gateway.id}`;
    const headers = { "Sec-Fetch-Site": "same-origin" };
    await page.request.put(path, { data: { gw_listen_port: 443 }, headers });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page.getByText("Someone changed this gateway while you were editing"),
    ).toBeVisible();
    await page.getByRole("button", { name: "Overwrite" }).click();
    await expect(page.getByText("Gateway saved")).toBeVisible();
    await expect(page.getByLabel("Listen port")).toHaveValue("443");
    await page.getByLabel("Status").selectOption("Online");
    await page.getByRole("button", { name: "Add name server" }).click();
    await page.keyboard.type("10.20.0.53");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: "Save" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await page.reload();
    await page.getByRole("button", { name: "Remove name server 1" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Gateway saved")).toBeVisible();
    const saved: unknown = await (await page.request.get(path)).json();
    expect(saved).toMatchObject({
      Response: {
        allowed_endpoints: ["vpn.example.com"],
        gw_listen_port: 443,
        status: "online",
        nameservers: [],
      },
    });
  });

  test("say how a Linux server follows them, by the address of the console", async ({
    page,
    baseURL,
    signedInAs,
    aGateway,
  }) => {
    await signedInAs("auditor");
    const gateway = await aGateway();
    await page.goto(`/gateways/${gateway.id}`);
    const script = page.getByRole("group", { name: "2. Follow this gateway" });
    await expect(script).toContainText(
      `url='${baseURL ?? ""}/api/v1/gateways/${gateway.id}/wireguard'`,
    );
    await expect(script.getByRole("button", { name: "Copy script" })).toBeVisible();
  });

  test("are deleted with what goes along counted, and stay in the audit log", async ({
    page,
    db,
    signedInAs,
    aGateway,
    aRole,
    aConfig,
  }) => {
    await signedInAs("admin");
    const gateway = await aGateway();
    await aConfig({ gateway });
    const role = await aRole();
    const rights = `{"create": false, "read": false, "update": false, "delete": false, "vpn_access": true, "self_only": false}`;
    await db.query(
      `UPDATE "Role" SET "networkLevelAccess" = jsonb_build_object('remote_access_gw',
         jsonb_build_object($2::text, $3::jsonb)) WHERE "id" = $1`,
      [role.id, gateway.id, rights],
    );
    await page.goto(`/gateways?q=${encodeURIComponent(gateway.name)}`);
    await page.getByRole("button", { name: `Actions for ${gateway.name}` }).click();
    await page.getByRole("menuitem", { name: "Delete gateway…" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByText(`1 role: ${role.name}`)).toBeVisible();
    await expect(dialog.getByText("1 client config will be deleted.")).toBeVisible();
    await expect(dialog.getByText("1 client config")).toHaveCount(1);
    // Administrators have every gateway.
    await dialog
      .getByRole("button", { name: /^Delete gateway: \d+ pe(rson|ople) loses? access$/ })
      .click();
    await expect(page.getByText(`${gateway.name} was deleted`)).toBeVisible();
    await expect(page.getByText("No gateways match", { exact: false }).first()).toBeAttached();

    await page.goto("/audit?target_type=gateway&verb=gateway.delete");
    await page
      .getByRole("button", { name: new RegExp(`deleted the gateway ${gateway.name}`) })
      .click();
    await expect(page.getByRole("link", { name: `Open ${gateway.name}` })).toHaveCount(0);
    await page.goto(`/gateways/${gateway.id}`);
    await expect(page.getByText("Gateway not found").first()).toBeAttached();
  });

  test("are named in the audit log where somebody is attached to them", async ({
    page,
    signedInAs,
    aGateway,
    aUser,
  }) => {
    await signedInAs("admin");
    const gateway = await aGateway();
    const { username } = await aUser();
    await page.goto(`/gateways/${gateway.id}/people`);
    await page.getByRole("button", { name: "Attach people" }).first().click();
    await page.getByRole("combobox", { name: "People" }).fill(username);
    await page.getByRole("option", { name: username }).click();
    await page.getByRole("button", { name: "Attach 1 person" }).click();
    await expect(page.getByText("1 person attached to")).toBeVisible();

    await page.goto(`/audit?target=${username}&verb=user.attach-gateway`);
    await page
      .getByRole("button", { name: `attached ${username} to the gateway ${gateway.name}` })
      .click();
    await page.getByRole("link", { name: `Open ${gateway.name}` }).click();
    await expect(page).toHaveURL(`/gateways/${gateway.id}`);
  });

  test("are in the command menu, and so is making one", async ({ page, signedInAs, aGateway }) => {
    await signedInAs("admin");
    const gateway = await aGateway();
    await page.goto("/account");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search or jump to" }).fill(gateway.name);
    await page.getByRole("option", { name: gateway.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: gateway.name })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search or jump to" }).fill("create gateway");
    await page.getByRole("option", { name: "Add gateway…" }).click();
    await expect(page.getByRole("dialog", { name: "Add a gateway" })).toBeVisible();
  });
});

test.describe("a network admin", () => {
  test("sees the gateways of their networks, and is told why they cannot change them", async ({
    page,
    db,
    signedInAs,
    aNetwork,
    aGateway,
  }) => {
    const [own, other] = [await aNetwork(), await aNetwork()];
    const mine = await aGateway({ netid: own.netid });
    const foreign = await aGateway({ netid: other.netid });
    const admin = await signedInAs("platform-user");
    await db.query(`INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($1, $2)`, [
      `${own.netid}-network-admin-grp`,
      admin.id,
    ]);
    await page.goto("/gateways");
    await expect(page.getByRole("link", { name: mine.name })).toBeVisible();
    await expect(page.getByText(foreign.name)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Add gateway" })).toHaveCount(0);
    await page.getByRole("button", { name: `Actions for ${mine.name}` }).click();
    await expect(page.getByRole("menuitem", { name: "Open" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Delete gateway…" })).toHaveCount(0);
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: mine.name }).click();
    await expect(page.getByText("Only super admins and admins can change gateways.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete gateway…" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Activity" })).toHaveCount(0);

    await page.goto(`/gateways/${foreign.id}`);
    await expect(page.getByText("Gateway not found").first()).toBeAttached();
  });
});
