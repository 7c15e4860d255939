// Client configs that are made or enabled while what gives their owner the gateway goes away.
import { describe, expect, test } from "vitest";
import { DELETE as DELETE_NETWORK } from "@/app/api/networks/[netid]/route";
import { DELETE as DETACH } from "@/app/api/users/[username]/remote_access_gw/[remote_access_gateway_id]/route";
import { PUT } from "@/app/api/v1/client_configs/[id]/route";
import { POST } from "@/app/api/v1/client_configs/route";
import { DELETE as DELETE_GATEWAY } from "@/app/api/v1/gateways/[id]/route";
import { DELETE as DELETE_GROUP } from "@/app/api/v1/users/group/route";
import { DELETE as REMOVE_MEMBERS } from "@/app/api/v1/users/group/members/route";
import { DELETE as DELETE_ROLE, PUT as PUT_ROLE } from "@/app/api/v1/users/role/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  aGroup,
  anActor,
  anAttachment,
  aNetwork,
  aRole,
  masterKey,
  type TestActor,
  type TestUser,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";

const ROUNDS = Array.from({ length: 5 }, (_, index) => index);

interface Place {
  network: string;
  ingressgatewayid: string;
}

async function aPlace(): Promise<Place> {
  const network = await aNetwork();
  return { network, ingressgatewayid: await aGateway(network) };
}

function create(owner: TestActor, place: Place) {
  return callAs(owner, POST, { body: place });
}

function configCount(owner: TestUser): Promise<number> {
  return database().prisma.clientConfig.count({ where: { ownerId: owner.id } });
}

function detach({ username }: TestUser, gatewayId: string) {
  const params = { username, remote_access_gateway_id: gatewayId };
  return callAs(masterKey, DETACH, { params });
}

describe("a device that is added", () => {
  test.each(ROUNDS)("while its gateway is deleted is not left behind (%i)", async () => {
    const place = await aPlace();
    const role = await aRole({
      access: { remote_access_gw: { [place.ingressgatewayid]: access } },
    });
    const group = await aGroup({ grants: [{ networkId: null, roleId: role }] });
    const owners = await Promise.all(
      [1, 2, 3].map(() => anActor("platform-user", { groups: [group] })),
    );
    const [removed, ...made] = await Promise.all([
      callAs(masterKey, DELETE_GATEWAY, { params: { id: place.ingressgatewayid } }),
      ...owners.map((owner) => create(owner, place)),
    ]);
    expect(removed.status).toBe(200);
    for (const { status } of made) expect([200, 403]).toContain(status);
    for (const owner of owners) expect(await configCount(owner)).toBe(0);
  });

  test.each(ROUNDS)("while its network is deleted is not left behind (%i)", async () => {
    const place = await aPlace();
    const owner = await anActor("platform-user");
    await anAttachment(owner, place.ingressgatewayid);
    const [removed, made] = await Promise.all([
      callAs(masterKey, DELETE_NETWORK, { params: { netid: place.network } }),
      create(owner, place),
    ]);
    expect(removed.status).toBe(200);
    expect([200, 403]).toContain(made.status);
    expect(await configCount(owner)).toBe(0);
  });

  test.each(ROUNDS)("while its owner is detached is not left behind (%i)", async () => {
    const place = await aPlace();
    const owner = await anActor("platform-user");
    await anAttachment(owner, place.ingressgatewayid);
    const [made, detached] = await Promise.all([
      create(owner, place),
      detach(owner, place.ingressgatewayid),
    ]);
    expect([200, 403]).toContain(made.status);
    expect(detached.status).toBe(200);
    expect(await configCount(owner)).toBe(0);
  });

  test("waits for whoever detaches its owner, and is refused then", async () => {
    const place = await aPlace();
    const owner = await anActor("platform-user");
    await anAttachment(owner, place.ingressgatewayid);
    const detaching = await holding(
      `WITH locked AS (SELECT 1 FROM "User" WHERE "id" = $1 FOR UPDATE)
       DELETE FROM "GatewayAttachment" WHERE "userId" = $1 AND EXISTS (SELECT 1 FROM locked)`,
      [owner.id],
    );
    const creating = create(owner, place);
    await untilBlocked();
    await detaching.commit();
    expect((await creating).status).toBe(403);
    expect(await configCount(owner)).toBe(0);
  });
});

const access = {
  create: false,
  read: false,
  update: false,
  delete: false,
  vpn_access: true,
  self_only: false,
};

/** What gives somebody a gateway by a group, each link of which may be taken away. */
async function aChain() {
  const place = await aPlace();
  const role = await aRole({ access: { remote_access_gw: { all_remote_access_gw: access } } });
  const group = await aGroup({ grants: [{ networkId: null, roleId: role }] });
  const owner = await anActor("platform-user", { groups: [group] });
  return { place, role, group, owner };
}

type Chain = Awaited<ReturnType<typeof aChain>>;

const cuts: Record<string, (chain: Chain) => Promise<{ status: number }>> = {
  "its owner leaves the group": ({ group, owner }) =>
    callAs(masterKey, REMOVE_MEMBERS, { body: { group_id: group, ids: [owner.username] } }),
  "the group is deleted": ({ group }) =>
    callAs(masterKey, DELETE_GROUP, { query: { group_id: group } }),
  "the role gives nothing any more": ({ role }) =>
    callAs(masterKey, PUT_ROLE, { body: { id: role, network_level_access: {} } }),
  "the role is deleted": ({ role }) => callAs(masterKey, DELETE_ROLE, { query: { role_id: role } }),
};

describe("a device that is added or enabled by a group", () => {
  test.each(Object.entries(cuts))("waits while %s, and is refused then", async (_name, cut) => {
    const chain = await aChain();
    const { place, owner } = chain;
    const id = await aClientConfig(place.ingressgatewayid, { owner, isEnabled: false });
    // The cut has its locks, and cannot write its audit entry yet.
    const gate = await holding(`LOCK TABLE "AuditEntry" IN SHARE MODE`);
    const cutting = cut(chain);
    await untilBlocked();
    const creating = create(owner, place);
    const enabling = callAs(owner, PUT, { params: { id }, body: { enabled: true } });
    await untilBlocked(3);
    await gate.commit();
    expect((await cutting).status).toBe(200);
    expect((await creating).status).toBe(403);
    // The disabled one may have gone with the access.
    expect([404, 409]).toContain((await enabling).status);
    expect(
      await database().prisma.clientConfig.count({ where: { ownerId: owner.id, isEnabled: true } }),
    ).toBe(0);
  });
});
