// Who has a gateway, and who reaches a network by an attachment.
import { describe, expect, test } from "vitest";
import { GET as INGRESS } from "@/app/api/users/ingress/[ingress_id]/route";
import { GET as PAGE } from "@/app/api/v1/gateways/[id]/users/route";
import { GET as NETWORK_USERS } from "@/app/api/v1/users/network/route";
import { GET as UNASSIGNED } from "@/app/api/v1/users/unassigned_network_users/route";
import { GET as USERS } from "@/app/api/v2/users/route";
import { GET as NETWORK_PAGE } from "@/app/api/v2/users/network/route";
import { GET as UNASSIGNED_PAGE } from "@/app/api/v2/users/unassigned_network_users/route";
import { database } from "@/lib/db/client";
import { EXACT_TOTAL } from "@/lib/db/paging";
import { networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { noteMemberships } from "@/lib/group/repository";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  aGateway,
  aGroup,
  anActor,
  anAttachment,
  aNetwork,
  aRole,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";

async function usersOf(ingress_id: string, caller: Caller = masterKey) {
  const { payload } = await callAs(caller, INGRESS, { params: { ingress_id } });
  const contract = INGRESS.contract.response;
  const { users } = contract.within.head.extend({ users: contract.schema.array() }).parse(payload);
  return users;
}

function page(id: string, query: CallInput["query"] = {}, caller: Caller = masterKey) {
  return callAs(caller, PAGE, { params: { id }, query });
}

function namesOf(users: readonly { username: string }[]): string[] {
  return users.map(({ username }) => username);
}

function anAdminOf(netid: string) {
  return anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
}

/** A network of which only its own groups and those made here give anything, with two gateways. */
async function aWorld() {
  const netid = await aNetwork();
  const [gateway, other] = [await aGateway(netid), await aGateway(netid)];
  const rights = { create: false, read: false, update: false, delete: false, self_only: false };
  const access = { remote_access_gw: { [gateway]: { ...rights, vpn_access: true } } };
  const single = await aGroup({
    grants: [{ networkId: netid, roleId: await aRole({ networkId: netid, access }) }],
  });
  const reaching = await aGroup({
    grants: [{ networkId: netid, roleId: await aRole({ networkId: netid }) }],
  });
  const members = {
    everything: await aUser({ groups: [networkGroup(netid, "user").id] }),
    single: await aUser({ role: "service-user", groups: [single] }),
    reaching: await aUser({ groups: [reaching] }),
    attached: await aUser({ role: "service-user" }),
    both: await aUser({ role: "auditor", groups: [single] }),
    elsewhere: await aUser(),
    disabled: await aUser({ isDisabled: true, groups: [single] }),
    admin: await aUser({ role: "admin" }),
  };
  for (const user of [members.attached, members.both, members.disabled]) {
    await anAttachment(user, gateway);
  }
  await anAttachment(members.elsewhere, other);
  return { netid, gateway, other, single, members };
}

describe("who has a gateway", () => {
  test("is an enabled user, no administrator, by any group that gives it, or attached to it", async () => {
    const { netid, gateway, other, members } = await aWorld();
    const { everything, single, attached, both, elsewhere } = members;
    const expected = namesOf([everything, single, attached, both]).sort();
    const called = await callAs(masterKey, INGRESS, { params: { ingress_id: gateway } });
    expect(called.text.startsWith(`{"node_id":"${gateway}","network":"${netid}","users":[`)).toBe(
      true,
    );
    expect(namesOf(await usersOf(gateway))).toEqual(expected);
    expect(namesOf((await page(gateway)).payload.data)).toEqual(expected);
    expect((await page(gateway)).payload.total).toBe(4);
    expect(namesOf(await usersOf(other))).toEqual(namesOf([everything, elsewhere]).sort());
  });

  test("is told with every reason, and found by its kind, by name and in pages", async () => {
    const { netid, gateway, single, members } = await aWorld();
    const { data } = (await page(gateway, { q: members.both.username })).payload;
    expect(data).toMatchObject([
      {
        username: members.both.username,
        remote_gw_ids: { [gateway]: {} },
        reasons: [
          { kind: "attachment", group_id: "", network_id: netid, right: "gateway" },
          { kind: "group", group_id: single, network_id: netid, right: "gateway" },
        ],
      },
    ]);
    const { everything, attached, both } = members;
    const kinds: [string | string[], string[]][] = [
      ["attachment", namesOf([attached, both])],
      ["group", namesOf([everything, members.single, both])],
      [["attachment", "admin"], namesOf([attached, both])],
      ["admin", []],
    ];
    for (const [kind, expected] of kinds) {
      const found = (await page(gateway, { kind })).payload;
      expect(namesOf(found.data)).toEqual(expected.sort());
      expect(found.total).toBe(expected.length);
    }
    const second = (await page(gateway, { page: 2, per_page: 3 })).payload;
    expect(second).toMatchObject({ total: 4, total_pages: 2 });
    expect(second.data).toHaveLength(1);
    expect((await page(gateway, { kind: "other" })).status).toBe(400);
  });

  test("is shown to a network admin in part, also others than service users", async () => {
    const { netid, gateway, members } = await aWorld();
    const far = await aGateway(await aNetwork());
    await anAttachment(members.attached, far);
    const caller = await anAdminOf(netid);
    const users = await usersOf(gateway, caller);
    expect(users.find(({ username }) => username === members.attached.username)).toMatchObject({
      remote_gw_ids: { [gateway]: {} },
      created_by: "",
    });
    expect(namesOf(users)).toContain(members.both.username);
    expect(namesOf((await page(gateway, {}, caller)).payload.data)).toEqual(namesOf(users));
    for (const ingress_id of [far, "no-uuid", "x".repeat(2_000)]) {
      expect((await callAs(caller, INGRESS, { params: { ingress_id } })).status).toBe(404);
    }
  });

  test("is found whole by a group on all networks", async () => {
    const { gateway } = await aWorld();
    const user = await aUser({ groups: [USER_GROUP] });
    expect(namesOf(await usersOf(gateway))).toContain(user.username);
    const { data } = (await page(gateway, { q: user.username })).payload;
    expect(data).toMatchObject([{ reasons: [{ network_id: "all_networks" }] }]);
  });
});

describe("a gateway with many users", () => {
  /** Each third is a member, each other third attached, the last both; each tenth is disabled. */
  async function aCrowd(count: number) {
    const netid = await aNetwork();
    const gateway = await aGateway(netid);
    const groupId = networkGroup(netid, "user").id;
    const stem = uniqueName("crowd");
    const { pool, prisma } = database();
    await pool.query(
      `WITH made AS (
         INSERT INTO "User" ("id", "username", "platformRoleId", "authType", "createdBy", "isDisabled")
         SELECT gen_random_uuid(), $1 || '-' || lpad(i::text, 6, '0'), 'service-user', 'oauth', 'test', i % 10 = 0
         FROM generate_series(1, $2::int) AS i RETURNING "id", right("username", 6)::int AS i),
       joined AS (
         INSERT INTO "GroupMember" ("groupId", "userId") SELECT $3, "id" FROM made WHERE i % 3 <> 1)
       INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
       SELECT $4::uuid, $5, "id" FROM made WHERE i % 3 <> 0`,
      [stem, count, groupId, gateway, netid],
    );
    const members = await prisma.groupMember.count({ where: { groupId } });
    await noteMemberships(prisma, {
      added: Array.from({ length: members }, () => groupId),
      removed: [],
    });
    return { netid, gateway, stem };
  }

  test.each([2_500, EXACT_TOTAL + 2_000])(
    "tells each of %i once",
    async (count) => {
      const { netid, gateway, stem } = await aCrowd(count);
      const enabled = count - count / 10;
      const users = namesOf(await usersOf(gateway)).filter((name) => name.startsWith(stem));
      expect(users).toHaveLength(enabled);
      expect(users).toEqual([...new Set(users)].sort());
      const { payload } = await page(gateway, { q: stem, per_page: 3, page: 2 });
      expect(namesOf(payload.data)).toEqual(users.slice(3, 6));
      if (enabled <= EXACT_TOTAL) expect(payload.total).toBe(enabled);
      else expect(payload).toMatchObject({ total_is_estimate: true });

      const reached = await callAs(masterKey, NETWORK_USERS, { query: { network: netid } });
      const ours = namesOf(reached.payload).filter((name) => name.startsWith(stem));
      expect(ours).toHaveLength(count);
      const last = { network: netid, per_page: 3, page: 2, q: stem };
      const ofNetwork = (await callAs(masterKey, NETWORK_PAGE, { query: last })).payload;
      expect(namesOf(ofNetwork.data)).toEqual(ours.slice(3, 6));
      const all = (await callAs(masterKey, USERS, { query: { ...last, sort: "created_at" } }))
        .payload;
      expect(all.data).toHaveLength(3);
    },
    60_000,
  );
});

describe("an attachment to one of its gateways", () => {
  test("reaches a network, disabled or not, and says why", async () => {
    const { netid, members } = await aWorld();
    const { attached, elsewhere, disabled, reaching } = members;
    const query = { network: netid };
    const listed = namesOf((await callAs(masterKey, NETWORK_USERS, { query })).payload);
    const found = namesOf(
      (await callAs(masterKey, USERS, { query: { ...query, per_page: 500 } })).payload.data,
    );
    const expected = namesOf([attached, elsewhere, disabled, reaching]);
    for (const names of [listed, found]) expect(names).toEqual(expect.arrayContaining(expected));
    for (const q of namesOf([attached, elsewhere])) {
      const { data } = (await callAs(masterKey, NETWORK_PAGE, { query: { ...query, q } })).payload;
      expect(data).toMatchObject([{ username: q, reasons: [{ kind: "attachment" }] }]);
    }
    const outside = { network: [await aNetwork(), "nowhere"], q: attached.username };
    expect((await callAs(masterKey, USERS, { query: outside })).payload.data).toEqual([]);
    const role = { network: netid, role: "service-user", q: attached.username };
    expect((await callAs(masterKey, NETWORK_PAGE, { query: role })).payload.total).toBe(1);
  });

  test("leaves a service user unassigned", async () => {
    const { netid, members } = await aWorld();
    const query = { network_id: netid };
    const { payload } = await callAs(masterKey, UNASSIGNED, { query });
    expect(namesOf(payload)).toContain(members.attached.username);
    expect(namesOf(payload)).not.toContain(members.single.username);
    const paged = await callAs(masterKey, UNASSIGNED_PAGE, {
      query: { ...query, q: members.attached.username },
    });
    expect(paged.payload.total).toBe(1);
  });
});
