import { describe, expect, test } from "vitest";
import { GET as AUDIT } from "@/app/api/v1/audit/route";
import { PUT as addNetworkUser } from "@/app/api/v1/users/add_network_user/route";
import { DELETE as LEAVE, POST as JOIN } from "@/app/api/v1/users/group/members/route";
import { DELETE, GET, POST, PUT } from "@/app/api/v1/users/group/route";
import { PUT as removeNetworkUser } from "@/app/api/v1/users/remove_network_user/route";
import { GET as PAGE } from "@/app/api/v2/users/groups/route";
import { GET as UNASSIGNED } from "@/app/api/v1/users/unassigned_network_users/route";
import { GET as NETWORK_USERS } from "@/app/api/v2/users/network/route";
import type { RouteHandler } from "@/lib/api/handle";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  aNetwork,
  aRole,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, groupsOf } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";
import { ADMIN_GROUP, networkGroup, USER_GROUP } from "./built-in";

function create(body: object, caller: Caller = masterKey) {
  return callAs(caller, POST, { body });
}

function change(id: string, body: object, caller: Caller = masterKey) {
  return callAs(caller, PUT, { body: { id, ...body } });
}

async function read(id: string) {
  return (await callAs(masterKey, GET, { query: { group_id: id } })).payload;
}

function refusal(called: { status: number; badPaths: string[] }) {
  return { status: called.status, paths: called.badPaths };
}

describe("POST /api/v1/users/group", () => {
  test("takes a group with its members, in either form, and answers it as it is stored", async () => {
    const netid = await aNetwork();
    const roleId = await aRole({ networkId: netid });
    const user = await aUser();
    const name = uniqueName("  Café").normalize("NFD");
    const group = {
      name: `${name} `,
      color_code: "#AABBCC",
      meta_data: "two\nlines",
      network_roles: { [netid]: { [roleId]: {} }, [await aNetwork()]: {} },
    };
    const members = [user.username.toUpperCase()];
    const { payload } = await create({ user_group: group, members });
    expect(payload).toMatchObject({
      name: name.trim().normalize("NFC"),
      color_code: "#aabbcc",
      meta_data: "two\nlines",
      default: false,
      network_roles: { [netid]: { [roleId]: {} } },
      created_by: "masteradministrator",
      member_count: 1,
    });
    expect(await groupsOf(user.username)).toEqual([payload.id]);
    const bare = await create({ name: uniqueName("group"), members });
    expect(bare.payload.member_count).toBe(1);
  });

  test("names every member, network and role that does not exist or does not fit", async () => {
    const [netid, other] = [await aNetwork(), await aNetwork()];
    const [own, foreign] = [await aRole({ networkId: netid }), await aRole({ networkId: other })];
    const everywhere = await aRole();
    const { username } = await aUser();
    const before = await fingerprint();
    const called = await create({
      name: uniqueName("group"),
      members: [username, "nobody-here"],
      network_roles: {
        [netid]: [own, foreign, everywhere, "auditor", "no-role"],
        "no-network": [everywhere],
        all_networks: [everywhere],
      },
    });
    expect(called.status).toBe(400);
    expect(called.badPaths.sort()).toEqual(
      [
        "members.1",
        `network_roles.${netid}.${foreign}`,
        `network_roles.${netid}.auditor`,
        `network_roles.${netid}.no-role`,
        "network_roles.no-network",
        "network_roles.all_networks",
      ].sort(),
    );
    expect(await fingerprint()).toBe(before);
  });

  test("refuses a name that another has, in whatever case, and members with an external id", async () => {
    const name = uniqueName("Ärzte");
    await create({ name });
    expect(refusal(await create({ name: name.toUpperCase() }))).toEqual({
      status: 409,
      paths: ["name"],
    });
    expect(refusal(await create({ user_group: { name } }))).toEqual({
      status: 409,
      paths: ["user_group.name"],
    });
    const { username } = await aUser();
    const external = { name: uniqueName(), external_identity_provider_id: "x" };
    expect((await create({ ...external, members: [username] })).status).toBe(409);
    expect((await create(external)).status).toBe(200);
  });

  test.each([
    "a/b\\c",
    `"it's" <b>&amp;%_`,
    "👩‍👩‍👧‍👦 𝔘",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u65e5\u672c\u8a9e \u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac",
    "𐍈".repeat(64),
  ])("takes the name %s, once in whatever case", async (name) => {
    const made = await create({ name });
    expect(made.payload.name).toBe(name);
    expect(await read(made.payload.id)).toEqual(made.payload);
    const page = await callAs(masterKey, PAGE, { query: { q: name } });
    expect(page.payload.data.map(({ id }) => id)).toEqual([made.payload.id]);
    for (const again of [name, name.toUpperCase(), name.normalize("NFD")]) {
      expect(refusal(await create({ name: ` ${again} ` }))).toEqual({
        status: 409,
        paths: ["name"],
      });
    }
  });

  test.each(["", "   ", "\u200b", "𐍈".repeat(65), "a\nb", "a\u202eb"])(
    "does not take the name %j",
    async (name) => {
      expect(refusal(await create({ name }))).toEqual({ status: 400, paths: ["name"] });
    },
  );

  test("lets an admin put in nobody whom they may not change", async () => {
    const admin = await anActor("admin");
    for (const { username } of [admin, await aUser({ role: "admin" })]) {
      const called = await create({ name: uniqueName(), members: [username] }, admin);
      expect(called.status).toBe(403);
    }
  });
});

describe("PUT /api/v1/users/group", () => {
  test("applies what is sent, empty values too, and leaves the rest", async () => {
    const roleId = await aRole();
    const { payload } = await create({
      name: uniqueName("group"),
      meta_data: "text",
      color_code: "#123456",
      network_roles: { all_networks: [roleId] },
    });
    const changed = await change(payload.id, { color_code: "", network_roles: {} });
    expect(changed.payload).toEqual({
      ...payload,
      color_code: "",
      network_roles: {},
      updated_at: changed.payload.updated_at,
    });
  });

  test("takes empty values of a zero-valued struct for what was not sent", async () => {
    const { payload } = await create({ name: uniqueName("group"), meta_data: "text" });
    const struct = { id: payload.id, name: "", meta_data: "", created_at: ZERO_TIME };
    const called = await callAs(masterKey, PUT, { body: { user_group: struct } });
    expect(called.payload).toMatchObject({ name: payload.name, meta_data: "text" });
  });

  test("replaces the members whole, with an entry for each who comes or goes", async () => {
    const [stays, goes, comes] = [await aUser(), await aUser(), await aUser()];
    const { payload } = await create({
      name: uniqueName("group"),
      members: [stays.username, goes.username],
    });
    const members = [stays.username, comes.username];
    const changed = await change(payload.id, { members });
    expect(changed.payload.member_count).toBe(2);
    expect(await groupsOf(goes.username)).toEqual([]);
    expect(await groupsOf(comes.username)).toEqual([payload.id]);
    const [, update] = await auditEntriesAbout(payload.id);
    expect(update).toMatchObject({ verb: "group.update", after: { added: 1, removed: 1 } });
    expect((await auditEntriesOf(goes.id)).map(({ verb }) => verb)).toEqual([
      "user.update",
      "user.update",
    ]);
    expect(await auditEntriesOf(stays.id)).toHaveLength(1);
    const again = await change(payload.id, { members });
    expect(again.headers.get("etag")).toBe(changed.headers.get("etag"));
  });

  test("does not set an external id and change members in one call", async () => {
    const { payload } = await create({ name: uniqueName("group") });
    const { username } = await aUser();
    const both = { external_identity_provider_id: "x", members: [username] };
    expect((await change(payload.id, both)).status).toBe(409);
    expect((await change(payload.id, { external_identity_provider_id: "x" })).status).toBe(200);
    expect((await change(payload.id, { members: [username] })).status).toBe(409);
    expect((await change(payload.id, { members: [] })).status).toBe(200);
    expect((await change(payload.id, { members: ["nobody-here"] })).status).toBe(409);
    const unknown = { ...both, name: uniqueName("group"), members: ["nobody-here"] };
    expect(refusal(await create(unknown))).toEqual({ status: 409, paths: ["members"] });
  });

  test("takes null for what was not sent, in either form", async () => {
    const unsent = {
      external_identity_provider_id: null,
      network_roles: null,
      color_code: null,
      meta_data: null,
    };
    const made = await create({ user_group: { name: uniqueName("group"), id: null, ...unsent } });
    expect(made.status).toBe(200);
    const { id } = made.payload;
    await change(id, { color_code: "#aabbcc" });
    const nested = { user_group: { id, name: null, ...unsent } };
    const called = await callAs(masterKey, PUT, { body: nested });
    expect(called.payload).toMatchObject({ name: made.payload.name, color_code: "#aabbcc" });
  });

  test("asks for the group's id", async () => {
    expect(refusal(await change("", { meta_data: "text" }))).toEqual({
      status: 400,
      paths: ["id"],
    });
  });

  test("leaves default groups alone, their members too", async () => {
    const { username } = await aUser();
    expect((await change(USER_GROUP, { members: [username] })).status).toBe(403);
    const called = await callAs(masterKey, DELETE, { query: { group_id: USER_GROUP } });
    expect(called.status).toBe(403);
    const statements = await statementsOf(() => change(USER_GROUP, { members: [] }));
    expect(statements.filter((text) => text.includes("FOR "))).toEqual([]);
  });
});

describe("the members of a group", () => {
  test("come and go; whoever is in, or out, already is done", async () => {
    const groupId = await aGroup();
    const [one, two] = [await aUser(), await aUser()];
    const ids = [one.username, two.username.toUpperCase(), "nobody-here"];
    const added = await callAs(masterKey, JOIN, { body: { group_id: groupId, ids } });
    expect(added.payload).toMatchObject({
      done: [one.username, two.username],
      skipped: [{ id: "nobody-here" }],
    });
    expect((await read(groupId)).member_count).toBe(2);
    const again = await callAs(masterKey, JOIN, { body: { group_id: groupId, ids } });
    expect(again.payload.done).toEqual(added.payload.done);
    expect((await auditEntriesAbout(groupId)).map(({ after }) => after)).toEqual([{ added: 2 }]);
    const removed = await callAs(masterKey, LEAVE, {
      body: { group_id: groupId, ids: [one.username] },
    });
    expect(removed.payload.done).toEqual([one.username]);
    expect(await groupsOf(one.username)).toEqual([]);
    expect((await read(groupId)).member_count).toBe(1);
  });

  test("are told in a dry run, which does nothing", async () => {
    const groupId = await aGroup();
    const { username } = await aUser();
    const before = await fingerprint();
    const called = await callAs(masterKey, JOIN, {
      query: { dry_run: true },
      body: { group_id: groupId, ids: [username] },
    });
    expect(called.payload.done).toEqual([username]);
    expect(await fingerprint()).toBe(before);
  });

  test("that are admins stay in the admin group", async () => {
    const { username } = await aUser({ role: "admin" });
    const called = await callAs(masterKey, LEAVE, {
      body: { group_id: ADMIN_GROUP, ids: [username] },
    });
    expect(called.payload.skipped.map(({ id }) => id)).toEqual([username]);
  });

  test("come from the identity provider where the group has an external id", async () => {
    const groupId = await aGroup({ externalId: "x" });
    const { username } = await aUser();
    const called = await callAs(masterKey, JOIN, { body: { group_id: groupId, ids: [username] } });
    expect(refusal(called)).toEqual({ status: 409, paths: ["group_id"] });
  });

  test("are done where they are so already, whoever they are", async () => {
    const admin = await anActor("admin");
    const { username } = await aUser({ role: "admin" });
    const ids = [admin.username, username];
    const cases: [RouteHandler, string][] = [
      [JOIN, ADMIN_GROUP],
      [LEAVE, await aGroup()],
    ];
    for (const [route, group_id] of cases) {
      const called = await callAs(admin, route, { body: { group_id, ids } });
      expect(called.payload).toMatchObject({ done: ids, skipped: [] });
    }
  });

  test("go with the group, are new versions, and counted in its entry", async () => {
    const groupId = await aGroup();
    const user = await aUser();
    await callAs(masterKey, JOIN, { body: { group_id: groupId, ids: [user.username] } });
    const called = await callAs(masterKey, DELETE, { query: { group_id: groupId } });
    expect(called.payload).toBeNull();
    expect(await groupsOf(user.username)).toEqual([]);
    const entry = (await auditEntriesAbout(groupId)).at(-1);
    expect(entry).toMatchObject({ verb: "group.delete", before: { memberships: 1 } });
    expect(await auditEntriesOf(user.id)).toHaveLength(1);
  });
});

describe("a network admin", () => {
  test("moves service users, sees of them what lies in their network, and learns of nobody else", async () => {
    const netid = await aNetwork();
    const admin = await anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
    const elsewhere = await aGroup({
      grants: [{ networkId: await aNetwork(), roleId: await aRole() }],
    });
    const user = await aUser({ role: "service-user", groups: [elsewhere] });
    const query = { username: user.username, network_id: netid };
    const added = await callAs(admin, addNetworkUser, { query });
    const groupId = networkGroup(netid, "user").id;
    expect(added.payload).toMatchObject({
      username: user.username,
      user_group_ids: { [groupId]: {} },
      created_by: "",
    });
    const again = await callAs(admin, addNetworkUser, { query });
    expect(again.headers.get("etag")).toBe(added.headers.get("etag"));
    expect(await auditEntriesOf(user.id)).toHaveLength(1);
    const other = { ...query, username: (await aUser()).username };
    expect((await callAs(admin, addNetworkUser, { query: other })).status).toBe(404);
    expect((await callAs(masterKey, addNetworkUser, { query: other })).status).toBe(409);
    const removed = await callAs(admin, removeNetworkUser, { query });
    expect(removed.payload.user_group_ids).toEqual({});
    expect(await groupsOf(user.username)).toEqual([elsewhere]);
    const log = await callAs(admin, AUDIT, { query: { target: user.username } });
    expect(log.payload.data.map(({ before, after }) => [before, after])).toEqual([
      [{ user_group_ids: [groupId] }, { user_group_ids: [] }],
      [{ user_group_ids: [] }, { user_group_ids: [groupId] }],
    ]);
    const whole = await callAs(masterKey, AUDIT, { query: { target: user.username } });
    expect(whole.payload.data[0]?.after).toEqual({ user_group_ids: [elsewhere] });
  });

  test("learns of themselves in a bulk change no more than of others who are no service users", async () => {
    const netid = await aNetwork();
    const admin = await anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
    const ids = [admin.username, (await aUser()).username, "nobody-here"];
    const routes: RouteHandler[] = [JOIN, LEAVE];
    for (const route of routes) {
      const body = { group_id: networkGroup(netid, "user").id, ids };
      const { payload } = await callAs(admin, route, { body });
      const skipped = ids.map((id) => ({ id, reason: `There is no user "${id}".` }));
      expect(payload).toEqual({ done: [], skipped, client_configs: 0 });
    }
  });

  test("is shown a group as far as it grants in their network", async () => {
    const [netid, other] = [await aNetwork(), await aNetwork()];
    const admin = await anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
    const groupId = networkGroup(netid, "user").id;
    const called = await callAs(admin, JOIN, {
      headers: { "If-Match": '"1"' },
      body: { group_id: groupId, ids: [] },
    });
    expect(called.status).toBe(412);
    expect(called.problem.Response).toMatchObject({ id: groupId, created_by: "" });
    const closed = await aGroup({ grants: [{ networkId: netid, roleId: await aRole() }] });
    const hidden = await aGroup({ grants: [{ networkId: other, roleId: await aRole() }] });
    for (const [group_id, status] of [
      [closed, 403],
      [hidden, 404],
    ] as const) {
      expect((await callAs(admin, JOIN, { body: { group_id, ids: [] } })).status).toBe(status);
    }
  });
});

describe("whoever reaches a network", () => {
  test("is listed with every reason, and left out of those who do not", async () => {
    const netid = await aNetwork();
    const roleId = await aRole({ networkId: netid });
    const groupId = await aGroup({ grants: [{ networkId: netid, roleId }] });
    const [in1, out] = [
      await aUser({ role: "service-user", groups: [groupId] }),
      await aUser({ role: "service-user" }),
    ];
    const page = await callAs(masterKey, NETWORK_USERS, {
      query: { network: netid, role: "service-user", per_page: 500 },
    });
    const found = page.payload.data.find(({ username }) => username === in1.username);
    expect(found?.reasons).toEqual([
      {
        kind: "group",
        group_id: groupId,
        group_name: groupId,
        network_id: netid,
        role_id: roleId,
        role_name: roleId,
        right: "reach",
      },
    ]);
    const rest = await callAs(masterKey, UNASSIGNED, { query: { network_id: netid } });
    const names = rest.payload.map(({ username }) => username);
    expect(names).toContain(out.username);
    expect(names).not.toContain(in1.username);
  });
});

test("groups are found by id, name and text, filtered and sorted", async () => {
  const word = uniqueName("word");
  const netid = await aNetwork();
  const roleId = await aRole();
  await create({ name: `${word} b`, network_roles: { [netid]: [roleId] } });
  await create({ name: `${word} A`, members: [(await aUser()).username] });
  await create({ name: uniqueName(), meta_data: `about ${word.toUpperCase()}` });
  const names = async (query: Record<string, string>) =>
    (await callAs(masterKey, PAGE, { query: { q: word, ...query } })).payload.data.map(
      ({ name }) => name,
    );
  expect((await names({})).slice(-2)).toEqual([`${word} A`, `${word} b`]);
  expect(await names({ network: netid })).toEqual([`${word} b`]);
  expect(await names({ network: "no-network" })).toEqual([]);
  expect((await names({ sort: "member_count", order: "desc" }))[0]).toBe(`${word} A`);
  expect(await names({ default: "true" })).toEqual([]);
});
