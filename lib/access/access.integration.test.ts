import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/users/access/route";
import { GET as GATEWAYS } from "@/app/api/v2/users/access/gateways/route";
import { networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { rightsOf } from "@/lib/role/values";
import { callAs } from "@/lib/testing/call-as";
import {
  aGateway,
  aGroup,
  anActor,
  anAttachment,
  aNetwork,
  aRole,
  aUser,
  masterKey,
  type Caller,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";

function gatewaysOf(username: string, query: object = {}, caller: Caller = masterKey) {
  return callAs(caller, GATEWAYS, { query: { username, per_page: 100, ...query } });
}

test("every network that a user reaches is told, with every reason", async () => {
  const netid = await aNetwork();
  const roleId = await aRole({ networkId: netid, fullAccess: true });
  const groupId = await aGroup({ grants: [{ networkId: netid, roleId }] });
  const { username } = await aUser({ role: "service-user", groups: [groupId, USER_GROUP] });
  const { payload } = await callAs(masterKey, GET, { query: { username } });
  const network = payload.networks.find((each) => each.netid === netid);
  expect(network).toMatchObject({ gateways: 0 });
  expect(network?.reasons.map(({ group_id, right }) => [group_id, right])).toEqual([
    [USER_GROUP, "all_gateways"],
    [groupId, "full_access"],
  ]);
  expect(payload.groups).toContainEqual({
    id: groupId,
    name: groupId,
    grants: [{ network_id: netid, role_id: roleId, role_name: roleId, right: "full_access" }],
  });
});

test("a role that names gateways of another network gives none of this one", async () => {
  const [here, there] = [await aNetwork(), await aNetwork()];
  const named = { [await aGateway(there)]: rightsOf("vpn_access") };
  const roleId = await aRole({ access: { remote_access_gw: named } });
  const grants = [here, there].map((networkId) => ({ networkId, roleId }));
  const { username } = await aUser({ groups: [await aGroup({ grants })] });
  const { payload } = await callAs(masterKey, GET, { query: { username } });
  const told = payload.networks.map(({ netid, gateways, reasons }) => [
    netid,
    gateways,
    reasons[0]?.right,
  ]);
  expect(told).toEqual(
    [
      [here, 0, "reach"],
      [there, 1, "gateway"],
    ].sort(),
  );
});

test("a network admin is told what lies in their networks", async () => {
  const [mine, other] = [await aNetwork(), await aNetwork()];
  const admin = await anActor("platform-user", { groups: [networkGroup(mine, "admin").id] });
  const groups = [networkGroup(mine, "user").id, networkGroup(other, "user").id];
  const { username } = await aUser({ role: "service-user", groups });
  const { payload } = await callAs(admin, GET, { query: { username } });
  expect(payload.networks.map(({ netid }) => netid)).toEqual([mine]);
  expect(payload.groups.map(({ id }) => id)).toEqual([groups[0]]);
});

test("an attachment reaches a network, and gives one gateway of it", async () => {
  const netid = await aNetwork();
  const gateway = await aGateway(netid, { gw_name: "Berlin" });
  await aGateway(netid);
  const user = await aUser({ role: "service-user", isDisabled: true });
  await anAttachment(user, gateway);
  const reasons = [
    {
      kind: "attachment",
      group_id: "",
      group_name: "",
      network_id: netid,
      role_id: "",
      role_name: "",
      right: "gateway",
    },
  ];
  const { payload } = await callAs(masterKey, GET, { query: { username: user.username } });
  expect(payload.networks).toEqual([{ netid, gateways: 1, reasons }]);
  expect((await gatewaysOf(user.username)).payload).toEqual({
    data: [{ id: gateway, gw_name: "Berlin", network: netid, reasons }],
    page: 1,
    per_page: 100,
    total: 1,
    total_pages: 1,
  });
});

test("the gateways that a user has stand by network and name, with every reason", async () => {
  const [first, second] = [await aNetwork(), await aNetwork()].sort();
  const ids = [
    await aGateway(first ?? "", { gw_name: "alpha" }),
    await aGateway(first ?? "", { gw_name: "Beta" }),
    await aGateway(second ?? "", { gw_name: "Aachen" }),
  ];
  const groups = [first, second].map((netid) => networkGroup(netid ?? "", "user").id);
  const user = await aUser({ groups });
  await anAttachment(user, ids[1] ?? "");
  const { data } = (await gatewaysOf(user.username)).payload;
  expect(data.map(({ id }) => id)).toEqual(ids);
  expect(data.map(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([
    ["group"],
    ["attachment", "group"],
    ["group"],
  ]);
  const found = async (query: object) =>
    (await gatewaysOf(user.username, query)).payload.data.map(({ gw_name }) => gw_name);
  expect(await found({ q: "BET" })).toEqual(["Beta"]);
  expect(await found({ network: second })).toEqual(["Aachen"]);
  expect(await found({ network: [second, "nowhere"], q: "alpha" })).toEqual([]);
  expect(await found({ per_page: 1, page: 2 })).toEqual(["Beta"]);
  expect((await gatewaysOf(user.username, { page: 9 })).payload).toMatchObject({
    data: [],
    total: 3,
  });
});

test.each(["super-admin", "admin"] as const)(
  "a %s has every gateway, by that alone",
  async (role) => {
    const netid = await aNetwork();
    const gateway = await aGateway(netid);
    const { username } = await aUser({ role });
    const { data } = (await gatewaysOf(username, { network: netid })).payload;
    expect(data).toMatchObject([
      {
        id: gateway,
        reasons: [
          { kind: "admin", group_id: "", network_id: "", right: "full_access" },
          { kind: "group", network_id: "all_networks", right: "full_access" },
        ],
      },
    ]);
    const { payload } = await callAs(masterKey, GET, { query: { username } });
    expect(payload.networks.find((each) => each.netid === netid)?.gateways).toBe(1);
  },
);

test("a network admin is told of the gateways in their networks, of service users alone", async () => {
  const [mine, other] = [await aNetwork(), await aNetwork()];
  const admin = await anActor("platform-user", { groups: [networkGroup(mine, "admin").id] });
  const gateway = await aGateway(mine);
  const user = await aUser({ role: "service-user" });
  for (const id of [gateway, await aGateway(other)]) await anAttachment(user, id);
  const { data } = (await gatewaysOf(user.username, {}, admin)).payload;
  expect(data.map(({ id }) => id)).toEqual([gateway]);
  expect((await gatewaysOf(user.username, { network: other }, admin)).payload.total).toBe(0);
  expect((await gatewaysOf((await aUser()).username, {}, admin)).status).toBe(404);
  expect((await gatewaysOf(admin.username, {}, admin)).payload.data).toMatchObject([
    { id: gateway, reasons: [{ kind: "group", right: "full_access" }] },
  ]);
});

test("many gateways take no more statements than one", async () => {
  const statements = async (count: number) => {
    const netid = await aNetwork();
    for (let index = 0; index < count; index += 1) await aGateway(netid);
    const { username } = await aUser({ groups: [networkGroup(netid, "user").id] });
    const sent = await statementsOf(async () => {
      expect((await gatewaysOf(username)).payload.data).toHaveLength(count);
      await callAs(masterKey, GET, { query: { username } });
    });
    return sent.length;
  };
  expect(await statements(20)).toBe(await statements(1));
});
