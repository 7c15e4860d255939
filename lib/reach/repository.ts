import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { GatewayReason, NetworkReason } from "./reasons";
import { gives, grantedOn } from "./statements";

/** What a reason says of a group (`p`) that grants a role (`r`), by a grant (`g`) to a member (`m`). */
function byGroup(right: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    'group' AS "kind", m."userId", g."networkId", p."id" AS "groupId", p."name" AS "groupName",
    r."id" AS "roleId", r."name" AS "roleName", ${right} AS "right",
    p."nameLower" AS "groupOrder", r."nameLower" AS "roleOrder"`;
}

/** What a role (`r`) gives on a network (`n`): a role for all networks may name gateways of another one. */
const rightThere = Prisma.sql`
  CASE WHEN r."gatewayRight" = 'gateway' AND NOT EXISTS (
    SELECT 1 FROM "RoleGateway" x JOIN "Gateway" w ON w."id" = x."gatewayId"
    WHERE x."roleId" = r."id" AND w."networkId" = n."id") THEN 'reach' ELSE r."gatewayRight" END`;

/** The same of what no group gives. */
const byNoGroup = Prisma.sql`
  '' AS "groupId", '' AS "groupName", '' AS "roleId", '' AS "roleName"`;

const inOrder = Prisma.sql`"kind", "groupOrder", "groupId", "roleOrder", "roleId"`;

/**
 * Why each of these users reaches each of these networks, by the names of networks, groups and roles: a reason for
 * each role that a group grants there or on all networks, and one where a gateway there is attached.
 * @param networks "all": whichever there are
 */
export function findNetworkReasons(
  db: Db,
  userIds: readonly string[],
  networks: "all" | readonly string[],
): Promise<NetworkReason[]> {
  const ids = Prisma.sql`${[...userIds]}::uuid[]`;
  const isNamed = (id: Prisma.Sql) =>
    networks === "all" ? Prisma.sql`TRUE` : Prisma.sql`${id} = ANY(${[...networks]})`;
  return rows<NetworkReason>(
    db,
    Prisma.sql`
    SELECT n."id" AS "netid", ${byGroup(rightThere)}
    FROM "GroupMember" m
    JOIN "Group" p ON p."id" = m."groupId"
    JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId"
    JOIN "Role" r ON r."id" = g."roleId"
    JOIN "Network" n ON (g."networkId" IS NULL OR n."id" = g."networkId") AND ${isNamed(Prisma.sql`n."id"`)}
    WHERE m."userId" = ANY(${ids})
    UNION ALL
    SELECT DISTINCT a."networkId", 'attachment', a."userId", a."networkId", ${byNoGroup}, 'gateway', '', ''
    FROM "GatewayAttachment" a
    WHERE a."userId" = ANY(${ids}) AND ${isNamed(Prisma.sql`a."networkId"`)}
    ORDER BY "netid", ${inOrder}`,
    // To plan it takes longer than to run it.
    { prepared: true },
  );
}

/** Why each of these users has each of these gateways: as administrator, attached to it, by what groups grant. */
export function findGatewayReasons(
  db: Db,
  userIds: readonly string[],
  gatewayIds: readonly string[],
): Promise<GatewayReason[]> {
  const users = Prisma.sql`${[...userIds]}::uuid[]`;
  const wanted = Prisma.sql`${[...gatewayIds]}::uuid[]`;
  const gateway = { gatewayId: Prisma.sql`w."id"`, networkId: Prisma.sql`w."networkId"` };
  return rows<GatewayReason>(
    db,
    Prisma.sql`
    SELECT w."id" AS "gatewayId", ${byGroup(Prisma.sql`r."gatewayRight"`)}
    FROM "GroupMember" m
    JOIN "Group" p ON p."id" = m."groupId"
    JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId"
    JOIN "Role" r ON r."id" = g."roleId"
    JOIN "Gateway" w ON w."id" = ANY(${wanted}) AND ${gives(gateway)}
    WHERE m."userId" = ANY(${users})
    UNION ALL
    SELECT a."gatewayId", 'attachment', a."userId", a."networkId", ${byNoGroup}, 'gateway', '', ''
    FROM "GatewayAttachment" a
    WHERE a."userId" = ANY(${users}) AND a."gatewayId" = ANY(${wanted})
    UNION ALL
    SELECT w."id", 'admin', t."id", NULL, ${byNoGroup}, 'full_access', '', ''
    FROM "User" t CROSS JOIN "Gateway" w
    WHERE t."id" = ANY(${users}) AND t."platformRoleId" IN ('super-admin', 'admin') AND w."id" = ANY(${wanted})
    ORDER BY "gatewayId", ${inOrder}`,
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

/** The groups that give a gateway, by whatever they grant. */
export function findGroupsGiving(
  db: Db,
  gateway: { id: string; networkId: string },
): Promise<GroupSize[]> {
  const held = {
    gatewayId: Prisma.sql`${gateway.id}::uuid`,
    networkId: Prisma.sql`${gateway.networkId}`,
  };
  return findSizes(
    db,
    Prisma.sql`p."id" IN (
      SELECT g."groupId" FROM "GroupNetworkRole" g JOIN "Role" r ON r."id" = g."roleId" WHERE ${gives(held)})`,
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
