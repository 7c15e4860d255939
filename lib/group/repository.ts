import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { toIdSet, toWireTime } from "@/lib/wire";
import type { UserGroup } from "./schema";

const groupSelect = {
  id: true,
  name: true,
  isDefault: true,
  externalId: true,
  colorCode: true,
  metaData: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
  memberCount: true,
  grants: { select: { networkId: true, roleId: true } },
} satisfies Prisma.GroupSelect;
type GroupRow = Prisma.GroupGetPayload<{ select: typeof groupSelect }>;

export async function findByIds(db: Db, ids: string[]): Promise<UserGroup[]> {
  const found = await db.group.findMany({
    where: { id: { in: ids } },
    select: groupSelect,
    orderBy: { nameLower: "asc" },
  });
  return found.map(toUserGroup);
}

interface LockedGroup {
  id: string;
  name: string;
  externalId: string;
}

/** Raw, because the rows are locked: none of these groups goes while members are added. */
export function lockByIds(db: Db, ids: string[]): Promise<LockedGroup[]> {
  return rows<LockedGroup>(
    db,
    Sql.sql`SELECT "id", "name", "externalId" FROM "Group" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR KEY SHARE`,
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
    where: { nameLower: { in: names.map(foldCase) } },
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
  return { nameLower: foldCase(name), searchText: foldCase(`${id}\n${name}\n${metaData}`) };
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

function toUserGroup({ grants, ...row }: GroupRow): UserGroup {
  return {
    id: row.id,
    name: row.name,
    default: row.isDefault,
    external_identity_provider_id: row.externalId,
    network_roles: toNetworkRoles(grants),
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
  for (const { networkId, roleId } of grants) {
    const key = networkId ?? ALL_NETWORKS;
    roleIds.set(key, [...(roleIds.get(key) ?? []), roleId]);
  }
  return Object.fromEntries([...roleIds].map(([networkId, ids]) => [networkId, toIdSet(ids)]));
}
