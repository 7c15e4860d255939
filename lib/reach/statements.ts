// Who reaches what, as parts of statements that every domain may put into its own.
import "server-only";
import { Prisma } from "@/lib/db/sql";
import { ALL_NETWORKS } from "./values";

/** Where the rows stand that decide who reaches what: tables, or parts of the statement around. */
export interface ReachRows {
  members: Prisma.Sql;
  grants: Prisma.Sql;
  networks: Prisma.Sql;
}

export const asTheyAre: ReachRows = {
  members: Prisma.sql`"GroupMember"`,
  grants: Prisma.sql`"GroupNetworkRole"`,
  networks: Prisma.sql`"Network"`,
};

/**
 * The ids of the networks in which a group of the user grants full access; {@link ALL_NETWORKS} where one does on all.
 * @param userId the expression that names the user in the statement around it
 */
export function administeredNetworkIds(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ARRAY(
      SELECT DISTINCT COALESCE(g."networkId", ${Prisma.raw(`'${ALL_NETWORKS}'`)})
      FROM "GroupMember" m
      JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId"
      JOIN "Role" r ON r."id" = g."roleId" AND r."fullAccess"
      WHERE m."userId" = ${userId})`;
}

/**
 * Whether a grant (`g`) holds on one of these networks. On networks that do not exist nothing is granted, not even
 * by what is granted on all.
 */
export function grantedOn(networkIds: readonly string[]): Prisma.Sql {
  return grantedOnOneOf(Prisma.sql`${[...networkIds]}`, asTheyAre);
}

/** @param networkIds the expression of a list of ids */
function grantedOnOneOf(networkIds: Prisma.Sql, { networks }: ReachRows): Prisma.Sql {
  return Prisma.sql`(g."networkId" = ANY(${networkIds}) OR (g."networkId" IS NULL
    AND EXISTS (SELECT 1 FROM ${networks} n WHERE n."id" = ANY(${networkIds}))))`;
}

/**
 * Whether a user reaches one of these networks: by a group that grants a role there.
 * @param userId the expression that names the user in the statement around it
 */
export function reachesNetwork(userId: Prisma.Sql, networkIds: readonly string[]): Prisma.Sql {
  return reachesOneOf(userId, Prisma.sql`${[...networkIds]}`, asTheyAre);
}

/**
 * As {@link reachesNetwork}, by rows that may be others than those that are stored.
 * @param networkIds the expression of a list of ids
 */
export function reachesOneOf(
  userId: Prisma.Sql,
  networkIds: Prisma.Sql,
  rows: ReachRows,
): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${rows.members} m JOIN ${rows.grants} g ON g."groupId" = m."groupId"
    WHERE m."userId" = ${userId} AND ${grantedOnOneOf(networkIds, rows)})`;
}

/** Whether a group of the user grants something on all networks. */
export function reachesAll(userId: Prisma.Sql, { members, grants }: ReachRows): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${members} m JOIN ${grants} g ON g."groupId" = m."groupId"
    WHERE m."userId" = ${userId} AND g."networkId" IS NULL)`;
}
