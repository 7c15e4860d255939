import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { Prisma as Sql, rows } from "@/lib/db/sql";
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
  grants: { select: { networkId: true, roleId: true } },
  _count: { select: { members: true } },
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

/** Raw, because the rows are locked in the order of their ids, so that two changes cannot wait for each other. */
export async function raiseVersions(db: Db, ids: Iterable<string>): Promise<void> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return;
  await db.$executeRaw(Sql.sql`
    UPDATE "Group" SET "version" = "version" + 1 WHERE "id" IN (
      SELECT "id" FROM "Group" WHERE "id" = ANY(${unique}) ORDER BY "id" FOR NO KEY UPDATE)`);
}

function toUserGroup({ grants, _count, ...row }: GroupRow): UserGroup {
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
    member_count: _count.members,
  };
}

function toNetworkRoles(grants: GroupRow["grants"]): UserGroup["network_roles"] {
  const roleIds = new Map<string, string[]>();
  for (const { networkId, roleId } of grants) {
    const key = networkId ?? "all_networks";
    roleIds.set(key, [...(roleIds.get(key) ?? []), roleId]);
  }
  return Object.fromEntries([...roleIds].map(([networkId, ids]) => [networkId, toIdSet(ids)]));
}
