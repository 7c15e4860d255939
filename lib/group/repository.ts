import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase, lowerCase } from "@/lib/fold";
import { grantedOn } from "@/lib/reach/statements";
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { Stored } from "@/lib/versions";
import { toIdSet, toWireTime } from "@/lib/wire";
import type { GroupListQuery, GroupPage, UserGroup } from "./schema";

interface GroupRow {
  id: string;
  name: string;
  nameLower: string;
  isDefault: boolean;
  networkId: string | null;
  externalId: string;
  colorCode: string;
  metaData: string;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  memberCount: number;
  /** Network (null for all) and role of each. */
  grants: [networkId: string | null, roleId: string][];
  version: string;
}

/** A group with what never leaves the server. */
export interface StoredGroup extends Stored<UserGroup> {
  /** Of a group that goes with a network. */
  networkId: string | null;
}

/** Raw, because what it grants comes with the row in one statement, for one group as for a thousand. */
const columns = Sql.sql`
  t."id", t."name", t."nameLower", t."isDefault", t."networkId", t."externalId", t."colorCode", t."metaData",
  t."createdBy", t."createdAt", t."updatedAt", t."memberCount", t."version"::text,
  COALESCE((SELECT jsonb_agg(jsonb_build_array(g."networkId", g."roleId") ORDER BY g."networkId" NULLS FIRST, g."roleId")
    FROM "GroupNetworkRole" g WHERE g."groupId" = t."id"), '[]'::jsonb) AS "grants"`;

function toUserGroup(row: GroupRow): UserGroup {
  return {
    id: row.id,
    name: row.name,
    default: row.isDefault,
    external_identity_provider_id: row.externalId,
    network_roles: toNetworkRoles(row.grants),
    color_code: row.colorCode,
    meta_data: row.metaData,
    created_by: row.createdBy,
    created_at: toWireTime(row.createdAt),
    updated_at: toWireTime(row.updatedAt),
    member_count: row.memberCount,
  };
}

function toNetworkRoles(grants: GroupRow["grants"]): UserGroup["network_roles"] {
  const roleIds = new Map<string, string[]>();
  for (const [networkId, roleId] of grants) {
    const key = networkId ?? ALL_NETWORKS;
    roleIds.set(key, [...(roleIds.get(key) ?? []), roleId]);
  }
  return Object.fromEntries([...roleIds].map(([networkId, ids]) => [networkId, toIdSet(ids)]));
}

function toStored(row: GroupRow): StoredGroup {
  return { entity: toUserGroup(row), version: row.version, networkId: row.networkId };
}

export async function findByIds(db: Db, ids: string[]): Promise<UserGroup[]> {
  const found = await rows<GroupRow>(
    db,
    Sql.sql`SELECT ${columns} FROM "Group" t WHERE t."id" = ANY(${ids}) ORDER BY t."nameLower", t."id"`,
  );
  return found.map(toUserGroup);
}

export async function findById(db: Db, id: string): Promise<StoredGroup | null> {
  const [row] = await rows<GroupRow>(
    db,
    Sql.sql`SELECT ${columns} FROM "Group" t WHERE t."id" = ${id}`,
  );
  return row ? toStored(row) : null;
}

/** The group as nobody else can change it, its grants or its members before this transaction ends. */
export async function lockById(db: Db, id: string): Promise<StoredGroup | null> {
  // Two statements: the second one sees what a transaction that held the lock has written.
  await lockForUpdate(db, [id]);
  return findById(db, id);
}

const BATCH = 1000;

/**
 * By name, in keyset batches of 1,000.
 * @param network those that grant something there only
 */
export async function* findBatches(db: Db, network?: string): AsyncGenerator<UserGroup[]> {
  const isWanted = network === undefined ? Sql.sql`TRUE` : grantsOn([network]);
  let last = { nameLower: "", id: "" };
  for (;;) {
    const found = await rows<GroupRow>(
      db,
      Sql.sql`SELECT ${columns} FROM "Group" t WHERE (t."nameLower", t."id") > (${last.nameLower}, ${last.id})
        AND ${isWanted} ORDER BY t."nameLower", t."id" LIMIT ${BATCH}`,
    );
    yield found.map(toUserGroup);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end;
  }
}

const sortColumns: Record<GroupListQuery["sort"], Prisma.Sql> = {
  name: Sql.sql`"nameLower"`,
  member_count: Sql.sql`"memberCount"`,
  created_at: Sql.sql`"createdAt"`,
};

export async function findPage(db: Db, query: GroupListQuery): Promise<GroupPage> {
  const { rows: found, total } = await findListed<GroupRow>(db, {
    ...query,
    table: "Group",
    key: Sql.sql`"id"`,
    sortedBy: sortColumns[query.sort],
    columns,
    conditions: conditionsOf(query),
  });
  return toPage(found.map(toUserGroup), query, total);
}

function conditionsOf(query: GroupListQuery): Prisma.Sql[] {
  const { q, network, role, id } = query;
  return [
    q !== undefined && q !== "" && Sql.sql`t."searchText" LIKE ${containsPattern(foldCase(q))}`,
    query.default && Sql.sql`t."isDefault" = ${query.default === "true"}`,
    network && grantsOn(network),
    role && grantsOneOf(role),
    id && Sql.sql`t."id" = ANY(${id})`,
  ].filter((condition) => condition instanceof Sql.Sql);
}

function grantsOn(networks: readonly string[]): Prisma.Sql {
  return Sql.sql`EXISTS (
    SELECT 1 FROM "GroupNetworkRole" g WHERE g."groupId" = t."id" AND ${grantedOn(networks)})`;
}

function grantsOneOf(roles: readonly string[]): Prisma.Sql {
  return Sql.sql`t."id" IN (
    SELECT g."groupId" FROM "GroupNetworkRole" g WHERE g."roleId" = ANY(${[...roles]}))`;
}

/** Of these groups those that grant something on one of these networks, or on all there are. */
export async function findGranting(
  db: Db,
  ids: readonly string[],
  networks: "all" | readonly string[],
): Promise<string[]> {
  const on =
    networks === "all"
      ? Sql.sql`TRUE`
      : Sql.sql`(g."networkId" IS NULL OR g."networkId" = ANY(${[...networks]}))`;
  const found = await rows<{ groupId: string }>(
    db,
    Sql.sql`SELECT DISTINCT g."groupId" FROM "GroupNetworkRole" g WHERE g."groupId" = ANY(${[...ids]}) AND ${on}`,
  );
  return found.map(({ groupId }) => groupId);
}

interface JoinableGroup {
  id: string;
  name: string;
  externalId: string;
}

/** Groups that somebody is about to join or leave: none of them goes meanwhile. */
export function lockByIds(db: Db, ids: string[]): Promise<JoinableGroup[]> {
  return findJoinable(db, ids, Sql.sql`FOR KEY SHARE`);
}

export interface NamedGroup extends JoinableGroup {
  nameLower: string;
}

/** Groups by their ids or by their names in lower case; locked, none of them goes meanwhile. */
export function findNamedOrWithId(
  db: Db,
  { ids, names, isLocked }: { ids: string[]; names: string[]; isLocked: boolean },
): Promise<NamedGroup[]> {
  const lock = isLocked ? Sql.sql`FOR KEY SHARE` : Sql.empty;
  return rows<NamedGroup>(
    db,
    Sql.sql`
    SELECT "id", "name", "nameLower", "externalId" FROM "Group"
    WHERE "id" = ANY(${ids}) OR "nameLower" = ANY(${names}) ORDER BY "id" ${lock}`,
  );
}

/** As {@link lockByIds}, without a lock. */
export function findJoinable(db: Db, ids: string[], lock = Sql.empty): Promise<JoinableGroup[]> {
  return rows<JoinableGroup>(
    db,
    Sql.sql`SELECT "id", "name", "externalId" FROM "Group" WHERE "id" = ANY(${ids}) ORDER BY "id" ${lock}`,
  );
}

/**
 * Raises the versions of groups whose members changed, and counts the members anew by the difference.
 * Raw, because the rows are locked in the order of their ids, so that two changes cannot wait for each other.
 */
export async function noteMemberships(
  db: Db,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): Promise<void> {
  const differences = new Map<string, number>();
  for (const id of added) differences.set(id, (differences.get(id) ?? 0) + 1);
  for (const id of removed) differences.set(id, (differences.get(id) ?? 0) - 1);
  if (differences.size === 0) return;
  const ids = [...differences.keys()];
  await rows(
    db,
    Sql.sql`SELECT 1 FROM "Group" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR NO KEY UPDATE`,
  );
  await db.$executeRaw(Sql.sql`
    UPDATE "Group" g SET "version" = g."version" + 1, "memberCount" = g."memberCount" + d."difference"
    FROM unnest(${ids}::text[], ${[...differences.values()]}::int[]) AS d("id", "difference")
    WHERE g."id" = d."id"`);
}

/** Ids of the groups that seem to have another number of members than was counted. */
export async function findMiscounted(db: Db): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    Sql.sql`
    SELECT g."id" FROM "Group" g LEFT JOIN (
      SELECT "groupId", count(*) AS "count" FROM "GroupMember" GROUP BY "groupId") m ON m."groupId" = g."id"
    WHERE g."memberCount" <> COALESCE(m."count", 0) ORDER BY g."id"`,
  );
  return found.map(({ id }) => id);
}

/** Counts the members of a group while nobody comes or goes. @returns what was counted before, and what there is */
export async function recount(db: Db, id: string): Promise<{ counted: number; found: number }> {
  const stored = await lockById(db, id);
  const found = await db.groupMember.count({ where: { groupId: id } });
  const counted = stored?.entity.member_count ?? found;
  if (counted !== found) {
    await db.group.update({ where: { id }, data: { memberCount: found }, select: { id: true } });
  }
  return { counted, found };
}

/** Nothing refers to these groups anew, and nobody joins them, before this transaction ends. */
export async function lockForUpdate(db: Db, ids: readonly string[]): Promise<void> {
  await rows(
    db,
    Sql.sql`SELECT 1 FROM "Group" WHERE "id" = ANY(${[...ids]}) ORDER BY "id" FOR UPDATE`,
  );
}

export async function idsOfNetwork(db: Db, networkId: string): Promise<string[]> {
  const found = await db.group.findMany({
    where: { networkId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return found.map(({ id }) => id);
}

/** @returns how many memberships there were */
export function removeAllMembers(db: Db, ids: readonly string[]): Promise<number> {
  return db.$executeRaw(Sql.sql`DELETE FROM "GroupMember" WHERE "groupId" = ANY(${[...ids]})`);
}

export async function raiseVersionsOfGranting(
  db: Db,
  grant: { networkId: string } | { roleId: string },
): Promise<void> {
  const condition =
    "roleId" in grant
      ? Sql.sql`"roleId" = ${grant.roleId}`
      : Sql.sql`"networkId" = ${grant.networkId}`;
  await db.$executeRaw(Sql.sql`
    UPDATE "Group" SET "version" = "version" + 1 WHERE "id" IN (
      SELECT "id" FROM "Group"
      WHERE "id" IN (SELECT "groupId" FROM "GroupNetworkRole" WHERE ${condition})
      ORDER BY "id" FOR NO KEY UPDATE)`);
}

/** A group that has one of these names, in whatever case. */
export function findNamed(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string } | null> {
  return db.group.findFirst({
    where: { nameLower: { in: names.map(lowerCase) } },
    select: { id: true, name: true },
  });
}

interface NewGroup {
  id: string;
  name: string;
  isDefault: boolean;
  /** Of a group that goes with a network. */
  networkId: string | null;
  externalId: string;
  colorCode: string;
  metaData: string;
  createdBy: string;
}

export async function create(db: Db, group: NewGroup, now: Date): Promise<void> {
  await db.group.create({
    data: { ...group, ...namesOf(group), createdAt: now, updatedAt: now },
    select: { id: true },
  });
}

/** The forms of its texts by which it is told apart, sorted and found. */
function namesOf({ id, name, metaData }: Pick<NewGroup, "id" | "name" | "metaData">) {
  return { nameLower: lowerCase(name), searchText: foldCase(`${id}\n${name}\n${metaData}`) };
}

export interface Grant {
  /** Null for all networks. */
  networkId: string | null;
  roleId: string;
}

export async function addGrants(db: Db, groupId: string, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  await db.groupNetworkRole.createMany({ data: grants.map((grant) => ({ ...grant, groupId })) });
}

interface GroupChange {
  name: string;
  externalId: string;
  colorCode: string;
  metaData: string;
}

/** Writes what may change of a group, and raises the version. */
export async function update(db: Db, id: string, change: GroupChange, now: Date): Promise<void> {
  await db.group.update({
    where: { id },
    data: {
      ...change,
      ...namesOf({ id, ...change }),
      updatedAt: now,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** Replaces what a group grants. */
export async function setGrants(db: Db, id: string, grants: readonly Grant[]): Promise<void> {
  await db.groupNetworkRole.deleteMany({ where: { groupId: id } });
  await addGrants(db, id, grants);
}

/** What it grants goes with it, in the database. */
export async function remove(db: Db, id: string): Promise<void> {
  await db.$executeRaw(Sql.sql`DELETE FROM "Group" WHERE "id" = ${id}`);
}

export async function addMembers(db: Db, id: string, userIds: readonly string[]): Promise<void> {
  await db.$executeRaw(Sql.sql`
    INSERT INTO "GroupMember" ("groupId", "userId")
    SELECT ${id}, u FROM unnest(${[...userIds]}::uuid[]) AS u ON CONFLICT DO NOTHING`);
}

export async function removeMembers(db: Db, id: string, userIds: readonly string[]): Promise<void> {
  await db.$executeRaw(Sql.sql`
    DELETE FROM "GroupMember" WHERE "groupId" = ${id} AND "userId" = ANY(${[...userIds]}::uuid[])`);
}

/**
 * Of the members who are not among these the one whom the fewest may change: the super admin, then an admin,
 * then anybody. @returns the username, in a list of one or none
 */
export async function firstMemberBeside(
  db: Db,
  id: string,
  usernames: readonly string[],
): Promise<string[]> {
  const found = await rows<{ username: string }>(
    db,
    Sql.sql`SELECT u."username" FROM "GroupMember" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."groupId" = ${id} AND u."username" <> ALL(${[...usernames]})
      ORDER BY u."platformRoleId" = 'super-admin' DESC, u."platformRoleId" = 'admin' DESC LIMIT 1`,
  );
  return found.map(({ username }) => username);
}

/** Usernames of the members who are not among these. */
export async function membersBeside(
  db: Db,
  id: string,
  usernames: readonly string[],
): Promise<string[]> {
  const found = await rows<{ username: string }>(
    db,
    Sql.sql`SELECT u."username" FROM "GroupMember" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."groupId" = ${id} AND u."username" <> ALL(${[...usernames]})`,
  );
  return found.map(({ username }) => username);
}
