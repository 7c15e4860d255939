// Small worlds of users, groups, roles and networks at random, and a slow and obvious word on who reaches what.
import fc from "fast-check";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP, networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { isAdministrator, type PlatformRole } from "@/lib/permissions";
import { networkRole } from "@/lib/role/template";

interface WorldUser {
  username: string;
  role: PlatformRole;
  isDisabled: boolean;
}

interface WorldRole {
  id: string;
  /** Null for all networks. */
  networkId: string | null;
  fullAccess: boolean;
}

interface WorldGrant {
  /** Null for all networks. */
  networkId: string | null;
  roleId: string;
}

export interface World {
  users: WorldUser[];
  networks: string[];
  /** Without those that every server has. */
  roles: WorldRole[];
  groups: { id: string; isDefault: boolean; grants: WorldGrant[] }[];
  members: { groupId: string; username: string }[];
}

const roleOfUser = fc.constantFrom<PlatformRole>(
  "admin",
  "auditor",
  "platform-user",
  "service-user",
);
const pick = fc.nat({ max: 999 });

const seeds = fc.record({
  hasSuperAdmin: fc.boolean(),
  users: fc.array(fc.record({ role: roleOfUser, isDisabled: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
  networks: fc.nat({ max: 4 }),
  roles: fc.array(fc.record({ network: fc.option(pick), fullAccess: fc.boolean() }), {
    maxLength: 6,
  }),
  groups: fc.array(
    fc.record({ isWide: fc.boolean(), grants: fc.array(fc.tuple(pick, pick), { maxLength: 5 }) }),
    { maxLength: 6 },
  ),
  members: fc.array(fc.tuple(pick, pick), { maxLength: 20 }),
});

export const worlds = seeds.map(worldOf);

function worldOf(seed: typeof seeds extends fc.Arbitrary<infer S> ? S : never): World {
  const networks = Array.from({ length: seed.networks }, (_, index) => `n${String(index)}`);
  const users = seed.users.map((user, index) => ({ ...user, username: `user${String(index)}` }));
  if (seed.hasSuperAdmin) {
    users.push({ username: "super", role: "super-admin", isDisabled: false });
  }
  const roles = [
    ...networks.flatMap((netid) => [
      { ...networkRole(netid, "admin"), networkId: netid, fullAccess: true },
      { ...networkRole(netid, "user"), networkId: netid, fullAccess: false },
    ]),
    ...seed.roles.map(({ network, fullAccess }, index) => ({
      id: `r${String(index)}`,
      networkId: network === null ? null : (at(networks, network) ?? null),
      fullAccess,
    })),
  ];
  const ofNetworks = networks.flatMap((netid) =>
    (["admin", "user"] as const).map((kind) => ({
      id: networkGroup(netid, kind).id,
      isDefault: true,
      grants: [{ networkId: netid, roleId: networkRole(netid, kind).id }],
    })),
  );
  const own = seed.groups.map(({ isWide, grants }, index) => ({
    id: `g${String(index)}`,
    isDefault: false,
    grants: grantsAt({ networks, roles }, isWide, grants),
  }));
  const groups = [...ofNetworks, ...own];
  const joinable = [...groups.map(({ id }) => id), ADMIN_GROUP, USER_GROUP];
  const members = new Map<string, World["members"][number]>();
  const join = (groupId: string | undefined, username: string | undefined) => {
    if (groupId !== undefined && username !== undefined) {
      members.set(`${groupId} ${username}`, { groupId, username });
    }
  };
  for (const [group, user] of seed.members) join(at(joinable, group), at(users, user)?.username);
  for (const { username, role } of users) if (isAdministrator(role)) join(ADMIN_GROUP, username);
  return { users, networks, roles, groups, members: [...members.values()] };
}

/** One of them, whichever number it is. */
export function at<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

/** Grants that a group may have: on all networks, or on single ones, of roles that belong there. */
export function grantsAt(
  { networks, roles }: Pick<World, "networks" | "roles">,
  isWide: boolean,
  numbers: readonly (readonly [role: number, network: number])[],
): WorldGrant[] {
  const wide = roles.filter(({ networkId }) => networkId === null);
  const grants = new Map<string, WorldGrant>();
  for (const [role, network] of numbers) {
    const chosen = at(isWide ? wide : roles, role);
    const networkId = isWide ? null : (chosen?.networkId ?? at(networks, network));
    if (!chosen || networkId === undefined) continue;
    grants.set(`${chosen.id} ${networkId ?? ""}`, { networkId, roleId: chosen.id });
  }
  return [...grants.values()];
}

/** Puts a world into the database in place of whatever is there; a statement for each table. */
export async function settle(world: World): Promise<void> {
  await clear();
  const { networks, roles, groups, users, members } = world;
  const grants = groups.flatMap(({ id, grants: own }) => own.map((each) => ({ ...each, id })));
  await database().pool.query(`
    INSERT INTO "Network" ("id", "addressRange")
    SELECT n, ('10.' || i || '.0.0/16')::inet FROM ${list(networks)} WITH ORDINALITY AS t(n, i);
    INSERT INTO "Role" ("id", "name", "nameLower", "networkId", "fullAccess", "gatewayRight", "isDefault")
    SELECT "id", "id", "id", "networkId", "fullAccess", 'reach', "id" LIKE '%-network-%'
    FROM ${records(roles, `"id" text, "networkId" text, "fullAccess" boolean`)};
    INSERT INTO "Group" ("id", "name", "nameLower", "isDefault", "networkId")
    SELECT "id", "id", "id", "isDefault", CASE WHEN "isDefault" THEN split_part("id", '-', 1) END
    FROM ${records(groups, `"id" text, "isDefault" boolean`)};
    INSERT INTO "GroupNetworkRole" ("id", "groupId", "networkId", "roleId")
    SELECT gen_random_uuid(), "id", "networkId", "roleId"
    FROM ${records(grants, `"id" text, "networkId" text, "roleId" text`)};
    INSERT INTO "User" ("id", "username", "platformRoleId", "isDisabled", "authType", "createdBy")
    SELECT gen_random_uuid(), "username", "role", "isDisabled", 'oauth', 'test'
    FROM ${records(users, `"username" text, "role" text, "isDisabled" boolean`)};
    INSERT INTO "GroupMember" ("groupId", "userId")
    SELECT "groupId", u."id" FROM ${records(members, `"groupId" text, "username" text`)}
    JOIN "User" u USING ("username");
    UPDATE "Group" SET "memberCount" = (SELECT count(*) FROM "GroupMember" m WHERE m."groupId" = "Group"."id");`);
}

/** As after the first start, but for the audit log. */
async function clear(): Promise<void> {
  const seeded = `('global-network-admin-grp', 'global-network-user-grp')`;
  await database().pool.query(`
    DELETE FROM "ClientConfig"; DELETE FROM "User"; DELETE FROM "Group" WHERE "id" NOT IN ${seeded};
    DELETE FROM "Network"; DELETE FROM "Role" WHERE NOT "isPlatform" AND "id" NOT LIKE 'global-%';`);
}

// Everything in a world is made of letters, digits and hyphens.
function list(names: readonly string[]): string {
  return `unnest('{${names.join(",")}}'::text[])`;
}

function records(all: readonly object[], columns: string): string {
  return `jsonb_to_recordset('${JSON.stringify(all)}') AS r(${columns})`;
}

/** What is stored of memberships, grants and networks. */
export async function storedRows() {
  const read = async <Row extends object>(sql: string) =>
    (await database().pool.query<Row>(sql)).rows;
  return {
    users: await read<{ username: string }>(`SELECT "username" FROM "User" ORDER BY 1`),
    networks: (await read<{ id: string }>(`SELECT "id" FROM "Network" ORDER BY 1`)).map(
      ({ id }) => id,
    ),
    members: await read<World["members"][number]>(
      `SELECT m."groupId", u."username" FROM "GroupMember" m JOIN "User" u ON u."id" = m."userId" ORDER BY 1, 2`,
    ),
    grants: await read<WorldGrant & { groupId: string; fullAccess: boolean }>(
      `SELECT g."groupId", g."networkId", g."roleId", r."fullAccess"
       FROM "GroupNetworkRole" g JOIN "Role" r ON r."id" = g."roleId" ORDER BY 1, 2, 3`,
    ),
  };
}

export type StoredRows = Awaited<ReturnType<typeof storedRows>>;

/** What the groups of a user grant, one by one. */
export function grantsFor(rows: StoredRows, username: string) {
  const groups = rows.members.filter((each) => each.username === username);
  return groups.flatMap(({ groupId }) => rows.grants.filter((each) => each.groupId === groupId));
}

/** The networks that a user reaches: there is such a network, and a group grants something there or on all. */
export function reachOf(rows: StoredRows, username: string): string[] {
  const grants = grantsFor(rows, username);
  return rows.networks
    .filter((id) => grants.some(({ networkId }) => networkId === null || networkId === id))
    .sort();
}
