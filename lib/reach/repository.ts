import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { GrantReason } from "./reasons";

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
