import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/users/access/route";
import { networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, anActor, aNetwork, aRole, aUser, masterKey } from "@/lib/testing/factories";

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

test("a network admin is told what lies in their networks", async () => {
  const [mine, other] = [await aNetwork(), await aNetwork()];
  const admin = await anActor("platform-user", { groups: [networkGroup(mine, "admin").id] });
  const groups = [networkGroup(mine, "user").id, networkGroup(other, "user").id];
  const { username } = await aUser({ role: "service-user", groups });
  const { payload } = await callAs(admin, GET, { query: { username } });
  expect(payload.networks.map(({ netid }) => netid)).toEqual([mine]);
  expect(payload.groups.map(({ id }) => id)).toEqual([groups[0]]);
});
