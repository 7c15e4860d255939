// Who reaches what, and what a change would make of it, in worlds at random.
import fc from "fast-check";
import { expect, test } from "vitest";
import { DELETE as deleteNetwork } from "@/app/api/networks/[netid]/route";
import { PUT as updateUser } from "@/app/api/users/[username]/route";
import { POST as preview } from "@/app/api/v1/users/access/preview/route";
import {
  DELETE as deleteGroup,
  POST as createGroup,
  PUT as updateGroup,
} from "@/app/api/v1/users/group/route";
import { DELETE as deleteRole } from "@/app/api/v1/users/role/route";
import { GET as pageUsers } from "@/app/api/v2/users/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { Prisma, rows as rowsOf } from "@/lib/db/sql";
import { ADMIN_GROUP, USER_GROUP } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import { masterKey } from "@/lib/testing/factories";
import {
  at,
  grantsAt,
  grantsFor,
  reachOf,
  settle,
  storedRows,
  worlds,
  type StoredRows,
  type World,
} from "@/lib/testing/reach-world";
import { findNetworkReasons } from "./repository";
import { administeredNetworkIds } from "./statements";

const WORLDS = 300;
const CHANGES = 300;

const userId = Prisma.sql`t."id"`;

test("who reaches a network, why, and who administers it, is what the rows say", async () => {
  const asked = fc.subarray(["n0", "n1", "n2", "n3", "nowhere", "all_networks"]);
  const isRight = fc.asyncProperty(worlds, asked, async (world, networks) => {
    await settle(world);
    const rows = await storedRows();
    const expected = usersWhere(rows, (reach) => networks.some((id) => reach.includes(id)));
    await expectFilter(networks, expected);
    await expectReasons(rows, networks);
    await expectAdministered(rows);
  });
  await fc.assert(isRight, { numRuns: WORLDS });
});

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
          grantsFor(rows, username)
            .filter(({ networkId }) => networkId === null || networkId === netid)
            .map((grant) =>
              [id, netid, grant.groupId, grant.networkId ?? "", grant.roleId].join(" "),
            ),
        ),
    );
    expect(found.sort()).toEqual(expected.sort());
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
const steps = fc.record({
  does: fc.constantFrom(
    "deleteRole",
    "deleteGroup",
    "deleteNetwork",
    "createGroup",
    "updateGroup",
    "updateUser",
  ),
  about: fc.nat({ max: 999 }),
  grants: fc.option(grants),
  members: fc.option(numbers),
  groups: fc.option(numbers),
  role: fc.option(fc.constantFrom("admin", "auditor", "service-user")),
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

/** Who gains and who loses which networks between two states. */
function differencesOf(before: StoredRows, after: StoredRows) {
  return before.users
    .map(({ username }) => {
      const [was, is] = [reachOf(before, username), reachOf(after, username)];
      return {
        username,
        gains: is.filter((id) => !was.includes(id)),
        loses: was.filter((id) => !is.includes(id)),
      };
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0)
    .sort((one, other) => (one.username < other.username ? -1 : 1));
}

test("a preview says what the call then does, and is refused as the call is", async () => {
  const outcomes: Record<string, number> = {};
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
    const differences = differencesOf(before, await storedRows());
    expect(
      told.payload.data.map(({ username, gains, loses }) => ({
        username,
        gains: gains.networks,
        loses: loses.networks,
      })),
    ).toEqual(differences);
    expect(told.payload).toMatchObject({
      total: differences.length,
      gain: differences.filter(({ gains }) => gains.length > 0).length,
      lose: differences.filter(({ loses }) => loses.length > 0).length,
    });
  });
  await fc.assert(isRight, { numRuns: CHANGES });
  const kinds = ["deleteRole", "deleteGroup", "deleteNetwork", "createGroup", "updateGroup"];
  for (const kind of [...kinds, "updateUser"]) expect(outcomes[kind], kind).toBeGreaterThan(5);
});
