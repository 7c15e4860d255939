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
  const ids = [...networkIds];
  return Prisma.sql`(g."networkId" = ANY(${ids}) OR (g."networkId" IS NULL
    AND EXISTS (SELECT 1 FROM "Network" n WHERE n."id" = ANY(${ids}))))`;
}
