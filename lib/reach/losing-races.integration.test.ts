// Somebody has a gateway in two ways, and both go at once.
import { expect, test } from "vitest";
import { DELETE as removeMembers } from "@/app/api/v1/users/group/members/route";
import { DELETE as deleteGroup, PUT as updateGroup } from "@/app/api/v1/users/group/route";
import { DELETE as deleteRole, PUT as updateRole } from "@/app/api/v1/users/role/route";
import { database } from "@/lib/db/client";
import { rightsOf } from "@/lib/role/values";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  aGroup,
  aNetwork,
  aRole,
  aUser,
  masterKey,
} from "@/lib/testing/factories";

const access = { remote_access_gw: { all_remote_access_gw: rightsOf("vpn_access") } };

/** A group of somebody, and the role by which it gives the gateways of a network. */
async function aWay(networkId: string) {
  const roleId = await aRole({ networkId, access });
  return { roleId, groupId: await aGroup({ grants: [{ networkId, roleId }] }) };
}

const endings = {
  "the role changes": ({ roleId }: Way) =>
    callAs(masterKey, updateRole, { body: { id: roleId, network_level_access: {} } }),
  "the role goes": ({ roleId }: Way) =>
    callAs(masterKey, deleteRole, { query: { role_id: roleId } }),
  "the group grants nothing more": ({ groupId }: Way) =>
    callAs(masterKey, updateGroup, { body: { id: groupId, network_roles: {} } }),
  "the group goes": ({ groupId }: Way) =>
    callAs(masterKey, deleteGroup, { query: { group_id: groupId } }),
  "the member goes": ({ groupId }: Way, username: string) =>
    callAs(masterKey, removeMembers, { body: { group_id: groupId, ids: [username] } }),
};
type Way = Awaited<ReturnType<typeof aWay>>;
const pairs = Object.entries(endings).flatMap(([first, end], index) =>
  Object.entries(endings)
    .slice(index)
    .map(([second, endOther]) => ({ first, second, end, endOther })),
);

test.each(pairs)("when $first and at once $second", async ({ end, endOther }) => {
  for (let round = 0; round < 5; round += 1) {
    const networkId = await aNetwork();
    const gatewayId = await aGateway(networkId);
    const ways = await Promise.all([aWay(networkId), aWay(networkId)]);
    const owner = await aUser({ groups: ways.map(({ groupId }) => groupId) });
    await aClientConfig(gatewayId, { owner });
    const answers = await Promise.all([
      end(ways[0], owner.username),
      endOther(ways[1], owner.username),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await database().prisma.clientConfig.count({ where: { gatewayId } })).toBe(0);
  }
});
