import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { GrantReason } from "./reasons";
import { grantedOn } from "./statements";

/**
 * Why each of these users reaches each of these networks, by the names of networks, groups and roles: a reason for
 * each role that a group grants there or on all networks.
 * @param networks "all": whichever there are
 */
export function findGrantReasons(
  db: Db,
  userIds: readonly string[],
  networks: "all" | readonly string[],
): Promise<GrantReason[]> {
  const named = networks === "all" ? Prisma.sql`TRUE` : Prisma.sql`n."id" = ANY(${[...networks]})`;
  return rows<GrantReason>(
    db,
    Prisma.sql`
    SELECT m."userId", n."id" AS "netid", g."networkId", p."id" AS "groupId", p."name" AS "groupName",
      r."id" AS "roleId", r."name" AS "roleName", r."gatewayRight"
    FROM "GroupMember" m
    JOIN "Group" p ON p."id" = m."groupId"
    JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId"
    JOIN "Role" r ON r."id" = g."roleId"
    JOIN "Network" n ON (g."networkId" IS NULL OR n."id" = g."networkId") AND ${named}
    WHERE m."userId" = ANY(${[...userIds]}::uuid[])
    ORDER BY n."id", p."nameLower", p."id", r."nameLower", r."id"`,
  );
}

export interface GroupSize {
  id: string;
  memberCount: number;
}

/** The groups that grant something on one of these networks. */
export function findGroupsGranting(db: Db, networks: readonly string[]): Promise<GroupSize[]> {
  return findSizes(
    db,
    Prisma.sql`p."id" IN (SELECT g."groupId" FROM "GroupNetworkRole" g WHERE ${grantedOn(networks)})`,
  );
}

/** Those of these groups that exist. */
export function findGroups(db: Db, ids: readonly string[]): Promise<GroupSize[]> {
  return findSizes(db, Prisma.sql`p."id" = ANY(${[...ids]})`);
}

function findSizes(db: Db, condition: Prisma.Sql): Promise<GroupSize[]> {
  return rows<GroupSize>(
    db,
    Prisma.sql`SELECT p."id", p."memberCount" FROM "Group" p WHERE ${condition} ORDER BY p."id"`,
  );
}
