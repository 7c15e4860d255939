// Who reaches what, and what a change would make of it, in worlds at random.
import fc from "fast-check";
import { expect, test } from "vitest";
import { DELETE as deleteNetwork } from "@/app/api/networks/[netid]/route";
import { PUT as updateUser } from "@/app/api/users/[username]/route";
import { DELETE as deleteGateway } from "@/app/api/v1/gateways/[id]/route";
import { POST as preview } from "@/app/api/v1/users/access/preview/route";
import {
  DELETE as deleteGroup,
  POST as createGroup,
  PUT as updateGroup,
} from "@/app/api/v1/users/group/route";
import {
  DELETE as removeMembers,
  POST as addMembers,
} from "@/app/api/v1/users/group/members/route";
import { DELETE as deleteRole, PUT as updateRole } from "@/app/api/v1/users/role/route";
import { GET as pageUsers } from "@/app/api/v2/users/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { Prisma, rows as rowsOf } from "@/lib/db/sql";
import { ADMIN_GROUP, USER_GROUP } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import { masterKey } from "@/lib/testing/factories";
import {
  accessTo,
  at,
  gatewaysOf,
  grantsAt,
  grantsFor,
  reachOf,
  rights,
  settle,
  storedRows,
  worlds,
  type StoredRows,
  type World,
} from "@/lib/testing/reach-world";
import { findGatewayReasons, findNetworkReasons } from "./repository";
import { administeredNetworkIds, hasGateway } from "./statements";

const WORLDS = 300;
const CHANGES = 300;
/** For what hangs: each world is many statements. */
const LIMIT_MS = 900_000;

const userId = Prisma.sql`t."id"`;

test(
  "who reaches a network, why, and who administers it, is what the rows say",
  async () => {
    const asked = fc.subarray(["n0", "n1", "n2", "n3", "nowhere", "all_networks"]);
    const isRight = fc.asyncProperty(worlds, asked, async (world, networks) => {
      await settle(world);
      const rows = await storedRows();
      const expected = usersWhere(rows, (reach) => networks.some((id) => reach.includes(id)));
      await expectFilter(networks, expected);
      await expectReasons(rows, networks);
      await expectAdministered(rows);
      await expectGateways(rows);
    });
    await fc.assert(isRight, { numRuns: WORLDS });
  },
  LIMIT_MS,
);

function usersWhere({ users, ...rows }: StoredRows, isWanted: (reach: string[]) => boolean) {
  return users
    .map(({ username }) => username)
    .filter((username) => isWanted(reachOf({ users, ...rows }, username)))
    .sort();
}

/** An empty list of filters lets everybody through, so it is not sent. */
async function expectFilter(networks: string[], expected: string[]): Promise<void> {
  if (networks.length === 0) return;
  const { payload } = await callAs(masterKey, pageUsers, { query: { network: networks } });
  expect(payload.data.map(({ username }) => username)).toEqual(expected);
}

async function expectReasons(rows: StoredRows, networks: string[]): Promise<void> {
  const { prisma } = database();
  const users = await prisma.user.findMany({ select: { id: true, username: true } });
  for (const some of ["all" as const, networks]) {
    const ids = users.map(({ id }) => id);
    const found = (await findNetworkReasons(prisma, ids, some)).map((reason) =>
      [reason.userId, reason.netid, reason.groupId, reason.networkId ?? "", reason.roleId].join(
        " ",
      ),
    );
    const expected = users.flatMap(({ id, username }) =>
      rows.networks
        .filter((netid) => some === "all" || some.includes(netid))
        .flatMap((netid) =>
          [
            ...grantsFor(rows, username)
              .filter(({ networkId }) => networkId === null || networkId === netid)
              .map((grant) => [grant.groupId, grant.networkId ?? "", grant.roleId]),
            ...(isAttachedIn(rows, username, netid) ? [["", netid, ""]] : []),
          ].map((reason) => [id, netid, ...reason].join(" ")),
        ),
    );
    expect(found.sort()).toEqual(expected.sort());
  }
}

function isAttachedIn({ gateways, attachments }: StoredRows, username: string, netid: string) {
  return attachments.some(
    (each) =>
      each.username === username &&
      gateways.some(({ id, networkId }) => id === each.gatewayId && networkId === netid),
  );
}

/** One by one, and with reasons, of which there are none where somebody has not got the gateway. */
async function expectGateways(rows: StoredRows): Promise<void> {
  const { prisma } = database();
  const held = {
    userId,
    gatewayId: Prisma.sql`w."id"`,
    networkId: Prisma.sql`w."networkId"`,
  };
  const found = await rowsOf<{ username: string; ids: string[] }>(
    prisma,
    Prisma.sql`SELECT t."username", ARRAY(
      SELECT w."id"::text FROM "Gateway" w WHERE ${hasGateway(held)} ORDER BY 1) AS "ids" FROM "User" t`,
  );
  const users = await prisma.user.findMany({ select: { id: true, username: true } });
  const userIds = users.map(({ id }) => id);
  const gatewayIds = rows.gateways.map(({ id }) => id);
  const reasons = await findGatewayReasons(prisma, userIds, gatewayIds);
  for (const { username, ids } of found) {
    expect(ids, username).toEqual(gatewaysOf(rows, username));
    const id = users.find((user) => user.username === username)?.id;
    const explained = reasons
      .filter((each) => each.userId === id)
      .map(({ gatewayId }) => gatewayId);
    expect([...new Set(explained)].sort(), username).toEqual(ids);
  }
}

async function expectAdministered(rows: StoredRows): Promise<void> {
  const found = await rowsOf<{ username: string; ids: string[] }>(
    database().prisma,
    Prisma.sql`SELECT t."username", ${administeredNetworkIds(userId)} AS "ids" FROM "User" t`,
  );
  for (const { username, ids } of found) {
    const full = grantsFor(rows, username).filter(({ fullAccess }) => fullAccess);
    const expected = new Set(full.map(({ networkId }) => networkId ?? "all_networks"));
    expect(ids.toSorted(), username).toEqual([...expected].sort());
  }
}

const numbers = fc.array(fc.nat({ max: 999 }), { maxLength: 4 });
const grants = fc.record({
  isWide: fc.boolean(),
  pairs: fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })), { maxLength: 4 }),
});
const kinds = [
  "deleteRole",
  "deleteGroup",
  "deleteNetwork",
  "deleteGateway",
  "createGroup",
  "updateGroup",
  "updateRole",
  "updateUser",
  "addMembers",
  "removeMembers",
] as const;
const steps = fc.record({
  does: fc.constantFrom(...kinds),
  about: fc.nat({ max: 999 }),
  grants: fc.option(grants),
  members: fc.option(numbers),
  groups: fc.option(numbers),
  role: fc.option(fc.constantFrom("admin", "auditor", "service-user")),
  rights,
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

interface Change {
  route: RouteHandler;
  input: CallInput;
  body: object;
}

/** A call at random, and how its preview is asked for. */
function changeOf(world: World, step: Step): Change {
  const own = world.groups.filter(({ isDefault }) => !isDefault).map(({ id }) => id);
  const group = at(own, step.about) ?? "nothing";
  const content = groupOf(world, step);
  switch (step.does) {
    case "deleteRole": {
      const role_id = at(world.roles, step.about)?.id ?? "nothing";
      return { route: deleteRole, input: { query: { role_id } }, body: { delete: { role_id } } };
    }
    case "deleteGroup": {
      const query = { group_id: group };
      return { route: deleteGroup, input: { query }, body: { delete: query } };
    }
    case "deleteNetwork": {
      const netid = at(world.networks, step.about) ?? "nothing";
      const body = { delete: { network_id: netid } };
      return { route: deleteNetwork, input: { params: { netid } }, body };
    }
    case "deleteGateway": {
      const id = at(world.gateways, step.about)?.id ?? "nothing";
      const body = { delete: { gateway_id: id } };
      return { route: deleteGateway, input: { params: { id } }, body };
    }
    case "updateRole": {
      const ownRoles = world.roles.filter(({ id }) => !id.includes("-network-"));
      const { id = "nothing", networkId = null } = at(ownRoles, step.about) ?? {};
      const network_level_access = accessTo(world, networkId, step.rights.gateways);
      const body = { id, full_access: step.rights.fullAccess, network_level_access };
      return { route: updateRole, input: { body }, body: { role: body } };
    }
    case "addMembers":
    case "removeMembers": {
      const anyGroup = at([...world.groups.map(({ id }) => id), ADMIN_GROUP], step.about);
      const body = { group_id: anyGroup ?? ADMIN_GROUP, ids: content.members ?? ["user0"] };
      return step.does === "addMembers"
        ? { route: addMembers, input: { body }, body: { add_members: body } }
        : { route: removeMembers, input: { body }, body: { remove_members: body } };
    }
    case "createGroup": {
      const body = { name: "new", ...content };
      return { route: createGroup, input: { body }, body: { group: body } };
    }
    case "updateGroup": {
      const body = { id: group, ...content };
      return { route: updateGroup, input: { body }, body: { group: body } };
    }
    case "updateUser": {
      const username = at(world.users, step.about)?.username ?? "nobody";
      const body = userOf(world, step);
      const user = { ...body, username };
      return { route: updateUser, input: { params: { username }, body }, body: { user } };
    }
  }
}

function groupOf(world: World, { grants: given, members }: Step) {
  const network_roles: Record<string, Record<string, object>> = {};
  for (const { networkId, roleId } of given ? grantsAt(world, given.isWide, given.pairs) : []) {
    (network_roles[networkId ?? "all_networks"] ??= {})[roleId] = {};
  }
  return {
    ...(given && { network_roles }),
    ...(members && { members: members.map((each) => at(world.users, each)?.username ?? "") }),
  };
}

function userOf(world: World, { groups, role }: Step) {
  const joinable = [...world.groups.map(({ id }) => id), ADMIN_GROUP, USER_GROUP];
  const ids = groups?.map((each) => at(joinable, each) ?? "");
  return { ...(role && { platform_role_id: role }), ...(ids && { user_group_ids: ids }) };
}

/** Who gains and who loses which networks and gateways between two states. */
function differencesOf(before: StoredRows, after: StoredRows) {
  return before.users
    .map(({ username }) => {
      const was = thingsOf(before, username);
      const is = thingsOf(after, username);
      return { username, gains: beside(is, was), loses: beside(was, is) };
    })
    .filter(({ gains, loses }) => isSome(gains) || isSome(loses))
    .sort((one, other) => (one.username < other.username ? -1 : 1));
}

interface Things {
  networks: string[];
  gateways: string[];
}

function thingsOf(rows: StoredRows, username: string): Things {
  return { networks: reachOf(rows, username), gateways: gatewaysOf(rows, username) };
}

function beside(one: Things, other: Things): Things {
  return {
    networks: one.networks.filter((id) => !other.networks.includes(id)),
    gateways: one.gateways.filter((id) => !other.gateways.includes(id)),
  };
}

function isSome({ networks, gateways }: Things): boolean {
  return networks.length + gateways.length > 0;
}

/** Whoever has a gateway no more has no client configs on it either; everybody else keeps theirs. */
function configsKept(before: StoredRows, after: StoredRows) {
  return before.configs.filter(({ gatewayId, username }) =>
    gatewaysOf(after, username).includes(gatewayId),
  );
}

test(
  "a preview says what the call then does, and is refused as the call is",
  async () => {
    const outcomes: Record<string, number> = {};
    let lost = 0;
    const isRight = fc.asyncProperty(worlds, steps, async (world, step) => {
      await settle(world);
      const { route, input, body } = changeOf(world, step);
      const before = await storedRows();
      const told = await callAs(masterKey, preview, { body, query: { per_page: 500 } });
      expect(await storedRows()).toEqual(before);
      const done = await callAs(masterKey, route, input);
      const kind = done.status === 200 ? step.does : String(done.status);
      outcomes[kind] = (outcomes[kind] ?? 0) + 1;
      expect(told.status).toBe(done.status);
      if (done.status !== 200) return;
      const after = await storedRows();
      const differences = differencesOf(before, after);
      expect(
        told.payload.data.map(({ username, gains, loses }) => ({
          username,
          gains: { ...gains, gateways: gains.gateways.map(({ id }) => id) },
          loses: { ...loses, gateways: loses.gateways.map(({ id }) => id) },
        })),
      ).toEqual(differences);
      const kept = configsKept(before, after);
      expect(after.configs).toEqual(kept);
      lost += before.configs.length - kept.length;
      expect(told.payload).toMatchObject({
        total: differences.length,
        gain: differences.filter(({ gains }) => isSome(gains)).length,
        lose: differences.filter(({ loses }) => isSome(loses)).length,
        client_configs: before.configs.length - kept.length,
      });
    });
    await fc.assert(isRight, { numRuns: CHANGES });
    for (const kind of kinds) expect(outcomes[kind], kind).toBeGreaterThan(5);
    expect(lost).toBeGreaterThan(20);
  },
  LIMIT_MS,
);
