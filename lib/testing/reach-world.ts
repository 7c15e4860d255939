// Small worlds of users, groups, roles, networks and gateways at random, and a slow and obvious word on who reaches what.
import fc from "fast-check";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP, networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { isAdministrator, type PlatformRole } from "@/lib/permissions";
import type { AccessMap } from "@/lib/role/access-map";
import { gatewayRightOf } from "@/lib/role/gateway-right";
import { networkRole, userTemplate } from "@/lib/role/template";
import { rightsOf } from "@/lib/role/values";

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
  access: AccessMap;
}

interface WorldGrant {
  /** Null for all networks. */
  networkId: string | null;
  roleId: string;
}

export interface World {
  users: WorldUser[];
  networks: string[];
  gateways: { id: string; networkId: string }[];
  /** Without those that every server has. */
  roles: WorldRole[];
  groups: { id: string; isDefault: boolean; grants: WorldGrant[] }[];
  members: { groupId: string; username: string }[];
  attachments: { gatewayId: string; username: string }[];
  /** Each owner has the gateway. */
  configs: { id: string; gatewayId: string; username: string }[];
}

const roleOfUser = fc.constantFrom<PlatformRole>(
  "admin",
  "auditor",
  "platform-user",
  "service-user",
);
const pick = fc.nat({ max: 999 });
/** What a role gives of the gateways of its network. */
const gateways = fc.oneof(
  fc.constantFrom("all" as const, "none" as const),
  fc.array(pick, { minLength: 1, maxLength: 2 }),
);
export type GatewaysGiven = typeof gateways extends fc.Arbitrary<infer G> ? G : never;
export const rights = fc.record({ fullAccess: fc.boolean(), gateways });

const seeds = fc.record({
  hasSuperAdmin: fc.boolean(),
  users: fc.array(fc.record({ role: roleOfUser, isDisabled: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
  networks: fc.nat({ max: 4 }),
  gateways: fc.array(pick, { maxLength: 5 }),
  roles: fc.array(fc.record({ network: fc.option(pick), rights }), { maxLength: 6 }),
  groups: fc.array(
    fc.record({ isWide: fc.boolean(), grants: fc.array(fc.tuple(pick, pick), { maxLength: 5 }) }),
    { maxLength: 6 },
  ),
  members: fc.array(fc.tuple(pick, pick), { maxLength: 20 }),
  attachments: fc.array(fc.tuple(pick, pick), { maxLength: 6 }),
  configs: fc.array(fc.tuple(pick, pick), { maxLength: 12 }),
});

export const worlds = seeds.map(worldOf);

function worldOf(seed: typeof seeds extends fc.Arbitrary<infer S> ? S : never): World {
  const networks = Array.from({ length: seed.networks }, (_, index) => `n${String(index)}`);
  const users = seed.users.map((user, index) => ({ ...user, username: `user${String(index)}` }));
  if (seed.hasSuperAdmin) {
    users.push({ username: "super", role: "super-admin", isDisabled: false });
  }
  const gateways = seed.gateways.flatMap((network, index) => {
    const networkId = at(networks, network);
    return networkId === undefined ? [] : [{ id: gatewayIdAt(index), networkId }];
  });
  const roles = [
    ...networks.flatMap((netid) => [
      { ...networkRole(netid, "admin"), networkId: netid, fullAccess: true, access: {} },
      { ...networkRole(netid, "user"), networkId: netid, fullAccess: false, access: userTemplate },
    ]),
    ...seed.roles.map(({ network, rights: { fullAccess, gateways: given } }, index) => {
      const networkId = network === null ? null : (at(networks, network) ?? null);
      const access = accessTo({ gateways }, networkId, given);
      return { id: `r${String(index)}`, networkId, fullAccess, access };
    }),
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
  const attachments = pairsOf(seed.attachments, gateways, users);
  const world = { users, networks, gateways, roles, groups, members: [...members.values()] };
  const configs = pairsOf(seed.configs, gateways, users)
    .filter(({ gatewayId, username }) =>
      gatewaysOf(rowsOf({ ...world, attachments }), username).includes(gatewayId),
    )
    .map((config, index) => ({ ...config, id: `c${String(index)}` }));
  return { ...world, attachments, configs };
}

function gatewayIdAt(index: number): string {
  return `00000000-0000-7000-8000-00000000000${String(index)}`;
}

function pairsOf(
  numbers: readonly (readonly [number, number])[],
  gateways: World["gateways"],
  users: readonly WorldUser[],
) {
  const pairs = new Map<string, { gatewayId: string; username: string }>();
  for (const [gateway, user] of numbers) {
    const gatewayId = at(gateways, gateway)?.id;
    const username = at(users, user)?.username;
    if (gatewayId === undefined || username === undefined) continue;
    pairs.set(`${gatewayId} ${username}`, { gatewayId, username });
  }
  return [...pairs.values()];
}

/** A map that gives gateways which a role of this network may name. */
export function accessTo(
  { gateways }: Pick<World, "gateways">,
  networkId: string | null,
  given: GatewaysGiven,
): AccessMap {
  const use = rightsOf("vpn_access");
  if (given === "none") return {};
  if (given === "all") return { remote_access_gw: { all_remote_access_gw: use } };
  const usable = gateways.filter((each) => networkId === null || each.networkId === networkId);
  const ids = given.map((number) => at(usable, number)?.id).filter((id) => id !== undefined);
  return ids.length === 0
    ? {}
    : { remote_access_gw: Object.fromEntries(ids.map((id) => [id, use])) };
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
  const { networks, gateways, groups, users, members, attachments, configs } = world;
  const roles = world.roles.map(({ access, ...role }) => ({
    ...role,
    access,
    right: gatewayRightOf({ fullAccess: role.fullAccess, access }),
  }));
  const grants = groups.flatMap(({ id, grants: own }) => own.map((each) => ({ ...each, id })));
  await database().pool.query(`
    INSERT INTO "Network" ("id", "addressRange")
    SELECT n, ('10.' || i || '.0.0/16')::inet FROM ${list(networks)} WITH ORDINALITY AS t(n, i);
    INSERT INTO "Gateway" ("id", "networkId", "name", "nameLower", "listenPort")
    SELECT "id", "networkId", "id"::text, "id"::text, 51821
    FROM ${records(gateways, `"id" uuid, "networkId" text`)};
    INSERT INTO "Role" ("id", "name", "nameLower", "networkId", "fullAccess", "networkLevelAccess", "gatewayRight",
      "isDefault")
    SELECT "id", "id", "id", "networkId", "fullAccess", "access", "right", "id" LIKE '%-network-%'
    FROM ${records(roles, `"id" text, "networkId" text, "fullAccess" boolean, "access" jsonb, "right" text`)};
    INSERT INTO "RoleGateway" ("roleId", "gatewayId")
    SELECT r."id", g."id" FROM "Role" r
    JOIN "Gateway" g ON jsonb_exists(r."networkLevelAccess" -> 'remote_access_gw', g."id"::text);
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
    INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
    SELECT g."id", g."networkId", u."id" FROM ${records(attachments, `"gatewayId" uuid, "username" text`)}
    JOIN "User" u USING ("username") JOIN "Gateway" g ON g."id" = r."gatewayId";
    INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName")
    SELECT r."id", g."networkId", g."id", u."id", u."username"
    FROM ${records(configs, `"id" text, "gatewayId" uuid, "username" text`)}
    JOIN "User" u USING ("username") JOIN "Gateway" g ON g."id" = r."gatewayId";
    UPDATE "Group" SET "memberCount" = (SELECT count(*) FROM "GroupMember" m WHERE m."groupId" = "Group"."id");`);
}

/** As after the first start, but for the audit log. */
async function clear(): Promise<void> {
  const seeded = `('global-network-admin-grp', 'global-network-user-grp')`;
  await database().pool.query(`
    DELETE FROM "ClientConfig"; DELETE FROM "User"; DELETE FROM "Group" WHERE "id" NOT IN ${seeded};
    DELETE FROM "Network"; DELETE FROM "Role" WHERE NOT "isPlatform" AND "id" NOT LIKE 'global-%';`);
}

// Everything in a world is made of letters, digits, hyphens and underscores.
function list(names: readonly string[]): string {
  return `unnest('{${names.join(",")}}'::text[])`;
}

function records(all: readonly object[], columns: string): string {
  return `jsonb_to_recordset('${JSON.stringify(all)}') AS r(${columns})`;
}

/** What decides who reaches what. */
export interface ReachRows {
  users: { username: string }[];
  networks: string[];
  gateways: World["gateways"];
  members: World["members"];
  attachments: World["attachments"];
  grants: (WorldGrant & { groupId: string; fullAccess: boolean; access: AccessMap })[];
}

/** The rows of a world that is not stored yet. */
function rowsOf({
  roles,
  groups,
  ...world
}: Omit<World, "configs"> & Pick<World, "roles">): ReachRows {
  const everyRole = [
    ...roles,
    { id: "global-network-admin", fullAccess: true, access: {} },
    { id: "global-network-user", fullAccess: false, access: userTemplate },
  ];
  const everyGroup = [
    ...groups,
    { id: ADMIN_GROUP, grants: [{ networkId: null, roleId: "global-network-admin" }] },
    { id: USER_GROUP, grants: [{ networkId: null, roleId: "global-network-user" }] },
  ];
  const grants = everyGroup.flatMap(({ id, grants: own }) =>
    own.map((grant) => {
      const role = everyRole.find((each) => each.id === grant.roleId);
      return {
        ...grant,
        groupId: id,
        fullAccess: role?.fullAccess === true,
        access: role?.access ?? {},
      };
    }),
  );
  return { ...world, grants };
}

/** What is stored of all that decides who reaches what, and of client configs. */
export async function storedRows() {
  const read = async <Row extends object>(sql: string) =>
    (await database().pool.query<Row>(sql)).rows;
  return {
    users: await read<{ username: string }>(`SELECT "username" FROM "User" ORDER BY 1`),
    networks: (await read<{ id: string }>(`SELECT "id" FROM "Network" ORDER BY 1`)).map(
      ({ id }) => id,
    ),
    gateways: await read<World["gateways"][number]>(
      `SELECT "id", "networkId" FROM "Gateway" ORDER BY 1`,
    ),
    members: await read<World["members"][number]>(
      `SELECT m."groupId", u."username" FROM "GroupMember" m JOIN "User" u ON u."id" = m."userId" ORDER BY 1, 2`,
    ),
    attachments: await read<World["attachments"][number]>(
      `SELECT a."gatewayId", u."username" FROM "GatewayAttachment" a JOIN "User" u ON u."id" = a."userId" ORDER BY 1, 2`,
    ),
    grants: await read<ReachRows["grants"][number]>(
      `SELECT g."groupId", g."networkId", g."roleId", r."fullAccess", r."networkLevelAccess" AS "access"
       FROM "GroupNetworkRole" g JOIN "Role" r ON r."id" = g."roleId" ORDER BY 1, 2, 3`,
    ),
    configs: await read<World["configs"][number]>(
      `SELECT "id", "gatewayId", "ownerName" AS "username" FROM "ClientConfig" ORDER BY 1`,
    ),
  };
}

export type StoredRows = Awaited<ReturnType<typeof storedRows>>;

/** What the groups of a user grant, one by one. */
export function grantsFor(rows: Pick<ReachRows, "members" | "grants">, username: string) {
  const groups = rows.members.filter((each) => each.username === username);
  return groups.flatMap(({ groupId }) => rows.grants.filter((each) => each.groupId === groupId));
}

/** The networks that a user reaches: a group grants something there or on all, or a gateway there is attached. */
export function reachOf(rows: ReachRows, username: string): string[] {
  const grants = grantsFor(rows, username);
  const attached = attachedTo(rows, username);
  return rows.networks
    .filter(
      (id) =>
        grants.some(({ networkId }) => networkId === null || networkId === id) ||
        rows.gateways.some((each) => each.networkId === id && attached.has(each.id)),
    )
    .sort();
}

function attachedTo({ attachments }: ReachRows, username: string): Set<string> {
  const own = attachments.filter((each) => each.username === username);
  return new Set(own.map(({ gatewayId }) => gatewayId));
}

/** The gateways that a user has: attached, or given by a role that a group grants on its network or on all. */
export function gatewaysOf(rows: ReachRows, username: string): string[] {
  const grants = grantsFor(rows, username);
  const attached = attachedTo(rows, username);
  return rows.gateways
    .filter(
      ({ id, networkId }) =>
        attached.has(id) ||
        grants.some(
          (grant) =>
            (grant.networkId === null || grant.networkId === networkId) &&
            (grant.fullAccess ||
              [id, "all_remote_access_gw"].some(
                (key) => grant.access["remote_access_gw"]?.[key]?.vpn_access === true,
              )),
        ),
    )
    .map(({ id }) => id)
    .sort();
}
