// A new contractor: a network, a role limited to it, a group that grants it, and the people in it.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const unique = () => Math.random().toString(36).slice(2, 8);
const hex = () => Math.floor(Math.random() * 65_536).toString(16);

async function pick(page: Page, label: string, text: string) {
  await page.getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

test.describe("networks, roles and groups", () => {
  test("let three of five pasted people in, say why, and leave nothing behind", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    await signedInAs("admin");
    const [netid, roleName, groupName] = [
      `wh-${unique()}`,
      `Pickers ${unique()}`,
      `Field ${unique()}`,
    ];
    const grace = await aUser({ displayName: `Grace ${unique()}` });
    const lin = await aUser();
    const kim = await aUser();

    await page.goto("/networks");
    await page.getByRole("button", { name: "Add network" }).click();
    await page.getByLabel("Id").fill(netid);
    await page.getByLabel("IPv6 range").fill(`fd00:${hex()}:${hex()}::/64`);
    await page.getByRole("dialog").getByRole("button", { name: "Add network" }).click();
    await expect(page.getByRole("heading", { level: 1, name: netid })).toBeVisible();

    await page
      .getByRole("navigation", { name: "Network" })
      .getByRole("link", { name: "Roles" })
      .click();
    await page.getByRole("button", { name: "Add role" }).click();
    await page.getByLabel("Name").fill(roleName);
    await page.getByRole("dialog").getByRole("button", { name: "Add role" }).click();
    await expect(page.getByRole("heading", { level: 1, name: roleName })).toBeVisible();
    await page.getByRole("checkbox", { name: "All gateways Connect" }).check();
    const allowed = `On ${netid}: connect through all gateways; see, create, change, and delete their own device configs.`;
    await expect(page.getByText(allowed)).toBeVisible();
    await page.getByRole("button", { name: "Review and save" }).click();
    await expect(page.getByText("Nobody gains or loses access.")).toBeVisible();
    await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Role saved")).toBeVisible();

    await page.goto("/groups");
    await page.getByRole("button", { name: "Add group" }).click();
    await page.getByLabel("Name").fill(groupName);
    await page.getByRole("dialog").getByRole("button", { name: "Add group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: groupName })).toBeVisible();
    await page.getByRole("link", { name: "Access" }).click();
    await page.getByRole("button", { name: "Give access" }).click();
    await pick(page, "Network", netid);
    await pick(page, "Role", roleName);
    await page.getByRole("button", { name: "Add to the list" }).click();
    await page.getByRole("button", { name: "Review and save" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Access saved")).toBeVisible();

    await page.getByRole("link", { name: "Members" }).click();
    await page.getByRole("button", { name: "Add people" }).first().click();
    await page.getByRole("radio", { name: "Paste a list" }).check();
    await page
      .getByLabel("Names, usernames")
      .fill(
        `${lin.username}; Nobody <nobody@x.test>\n${grace.displayName}, ${kim.username}\nnot-there`,
      );
    await page.getByRole("button", { name: "Find these people" }).click();
    await expect(page.getByText("3 of 5 names found.")).toBeVisible();
    await expect(
      page.getByRole("listitem").filter({ hasText: "Nobody has this name." }),
    ).toHaveCount(2);
    await page.getByRole("button", { name: "Add 3 people" }).click();
    await expect(page.getByText(`3 people added to ${groupName}`)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: grace.displayName })).toBeVisible();

    for (const { username } of [grace, lin, kim]) {
      await page.goto(`/users/${username}/access`);
      await expect(
        page.getByText(`because member of “${groupName}”, which grants “${roleName}” on ${netid}`),
      ).toBeVisible();
    }

    await page.goto(`/roles?q=${encodeURIComponent(roleName)}`);
    await page.getByRole("button", { name: `Actions for ${roleName}` }).click();
    await page.getByRole("menuitem", { name: "Delete role…" }).click();
    await expect(page.getByText("3 people lose access.")).toBeVisible();
    await expect(
      page.getByRole("button", { name: "Delete role: 3 people lose access" }),
    ).toBeVisible();
    await page.keyboard.press("Escape");

    await page.goto(`/networks/${netid}`);
    await page.getByRole("button", { name: "Delete network…" }).click();
    for (const name of [roleName, groupName]) {
      await expect(page.getByRole("alertdialog").getByText(name)).toBeVisible();
    }
    await page.getByLabel(`Type ${netid} to confirm`).fill(netid);
    await page.getByRole("button", { name: /^Delete network: / }).click();
    await expect(page.getByText(`${netid} was deleted`)).toBeVisible();
    await expect(page).toHaveURL("/networks");
    for (const path of [
      `/api/networks/${netid}`,
      `/api/v1/users/role?role_id=${netid}-network-user`,
    ]) {
      expect((await page.request.get(path)).status()).toBe(404);
    }
    await page.goto(`/roles?q=${encodeURIComponent(roleName)}`);
    await expect(page.getByText("No roles match", { exact: false }).first()).toBeAttached();
    await page.goto(`/users/${lin.username}/access`);
    await expect(page.getByText("Reaches no network.")).toBeVisible();
    await expect(page.getByText("Gives access to nothing.")).toBeVisible();
  });

  test("lets one of several people with a pasted name be chosen, with the focus where one looks", async ({
    page,
    signedInAs,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const displayName = `Kim ${unique()}`;
    const [first, second] = [await aUser({ displayName }), await aUser({ displayName })];
    const group = await aGroup();
    await page.goto(`/groups/${group.id}`);
    await page.getByRole("button", { name: "Add people" }).first().click();
    await expect(page.getByRole("combobox", { name: "People" })).toBeFocused();
    await page.getByRole("radio", { name: "Paste a list" }).check();
    await page.getByLabel("Names, usernames").fill(`${displayName}\nnot-there`);
    await page.getByRole("button", { name: "Find these people" }).click();
    await expect(page.getByText("0 of 2 names found.")).toBeFocused();
    await page.getByRole("button", { name: "Edit the list" }).click();
    await expect(page.getByLabel("Names, usernames")).toBeFocused();
    await page.getByRole("button", { name: "Find these people" }).click();
    await page.getByRole("button", { name: "Choose who is meant" }).click();
    const choice = page.getByRole("combobox", { name: `Who is “${displayName}”?` });
    await expect(choice.getByRole("option")).toHaveCount(3);
    await choice.selectOption(second.username);
    await page.getByRole("button", { name: "Add 1 person" }).click();
    await expect(page.getByRole("row").filter({ hasText: second.username })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: first.username })).toHaveCount(0);
  });

  test("are found by name in the command menu and in the filters of users", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("auditor");
    const network = await aNetwork();
    const member = await aUser();
    const group = await aGroup({ networks: [network], members: [member] });
    await page.goto("/users");
    await page.getByRole("button", { name: "Group", exact: true }).click();
    await page.getByRole("combobox", { name: "Search Group" }).fill(group.name);
    await page.getByRole("option", { name: group.name }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: `Group: ${group.name}` })).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: member.username });
    await expect(row.getByText(group.name)).toBeVisible();
    await expect(page.getByText("1–1 of 1").first()).toBeVisible();

    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search or jump to" }).fill(network.netid);
    await page.getByRole("option", { name: new RegExp(`^${network.netid} 10`) }).click();
    await expect(page).toHaveURL(`/networks/${network.netid}`);
    await expect(page.getByRole("row").filter({ hasText: member.username })).toContainText(
      group.name,
    );
  });
});

test.describe("a platform user", () => {
  test("who administers one network sees that network and nothing else", async ({
    page,
    db,
    signedInAs,
    aNetwork,
    aUser,
  }) => {
    const [own, other] = [await aNetwork(), await aNetwork()];
    const admin = await signedInAs("platform-user");
    await db.query(`INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($1, $2)`, [
      `${own.netid}-network-admin-grp`,
      admin.id,
    ]);
    const service = await aUser();
    await page.goto("/");
    await expect(page).toHaveURL(`/networks/${own.netid}`);
    await page.goto("/networks");
    await expect(page.getByRole("link", { name: own.netid })).toBeVisible();
    await expect(page.getByText(other.netid)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Add network" })).toHaveCount(0);
    const nav = page
      .getByRole("navigation")
      .filter({ has: page.getByRole("link", { name: "Account" }) });
    await expect(nav.getByRole("link", { name: "Networks" })).toBeVisible();
    for (const name of ["Users", "Groups", "Roles", "Audit log"]) {
      await expect(nav.getByRole("link", { name })).toHaveCount(0);
    }

    await page.getByRole("link", { name: own.netid }).click();
    await expect(page.getByRole("heading", { level: 1, name: own.netid })).toBeVisible();
    for (const name of ["Edit ranges…", "Delete network…"]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Add service users" }).first().click();
    await page.getByRole("combobox", { name: "Service users" }).fill(service.username);
    await page.getByRole("option", { name: service.username }).click();
    await page.getByRole("button", { name: "Add 1 service user" }).click();
    await expect(page.getByText(`1 service user added to ${own.netid}`)).toBeVisible();
    await expect(
      page
        .getByRole("row")
        .filter({ hasText: service.username })
        .getByText(`${own.netid} User`, { exact: true }),
    ).toBeVisible();
    await page.getByRole("row").filter({ hasText: service.username }).getByRole("link").click();
    await expect(page.getByText(`on ${own.netid}`).first()).toBeVisible();
    await expect(page.getByText("Reaches the network only, and no gateway")).toBeVisible();
    await page.getByRole("button", { name: "Add to network" }).click();
    await page.getByRole("combobox", { name: "Network" }).fill(own.netid);
    await expect(page.getByText("No networks match", { exact: false }).first()).toBeVisible();
    await expect(page.getByRole("option", { name: own.netid })).toHaveCount(0);

    await page.goto(`/networks/${other.netid}`);
    await expect(page.getByText("Network not found").first()).toBeAttached();
  });

  test("who administers none has no networks in the navigation", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/account");
    await expect(page.getByRole("link", { name: "Account" }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Networks" })).toHaveCount(0);
  });
});
