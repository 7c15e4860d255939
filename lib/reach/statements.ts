// Who reaches what, as parts of statements that every domain may put into its own.
import "server-only";
import { Prisma } from "@/lib/db/sql";
import { ALL_NETWORKS } from "./values";

/** Where the rows stand that decide who reaches what: tables, or parts of the statement around. */
export interface ReachRows {
  members: Prisma.Sql;
  attachments: Prisma.Sql;
  grants: Prisma.Sql;
  roles: Prisma.Sql;
  /** The single gateways that roles give. */
  roleGateways: Prisma.Sql;
  networks: Prisma.Sql;
  gateways: Prisma.Sql;
}

export const asTheyAre: ReachRows = {
  members: Prisma.sql`"GroupMember"`,
  attachments: Prisma.sql`"GatewayAttachment"`,
  grants: Prisma.sql`"GroupNetworkRole"`,
  roles: Prisma.sql`"Role"`,
  roleGateways: Prisma.sql`"RoleGateway"`,
  networks: Prisma.sql`"Network"`,
  gateways: Prisma.sql`"Gateway"`,
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

/** Whether a role (`r`) gives every gateway of the networks that it is granted on. */
export const givesAll = Prisma.sql`r."gatewayRight" IN ('full_access', 'all_gateways')`;

interface HeldGateway {
  userId: Prisma.Sql;
  gatewayId: Prisma.Sql;
  /** Of the gateway. */
  networkId: Prisma.Sql;
}

/** Whether a grant (`g`) of a role (`r`) gives a gateway. */
export function gives(
  { gatewayId, networkId }: Pick<HeldGateway, "gatewayId" | "networkId">,
  { roleGateways }: ReachRows = asTheyAre,
): Prisma.Sql {
  return Prisma.sql`(g."networkId" IS NULL OR g."networkId" = ${networkId}) AND (${givesAll} OR EXISTS (
    SELECT 1 FROM ${roleGateways} x WHERE x."roleId" = r."id" AND x."gatewayId" = ${gatewayId}))`;
}

/**
 * Whether a user has a gateway: attached to it, or by a role that a group grants. Super admin and admins are always in
 * the group that grants full access to all networks. Asked of one after the other (`OFFSET 0`): nobody is in many groups.
 */
export function hasGateway(held: HeldGateway, rows: ReachRows = asTheyAre): Prisma.Sql {
  const { members, attachments, grants, roles } = rows;
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM ${attachments} a
      WHERE a."userId" = ${held.userId} AND a."gatewayId" = ${held.gatewayId} OFFSET 0)
    OR EXISTS (SELECT 1 FROM ${members} m
      JOIN ${grants} g ON g."groupId" = m."groupId"
      JOIN ${roles} r ON r."id" = g."roleId"
      WHERE m."userId" = ${held.userId} AND ${gives(held, rows)} OFFSET 0))`;
}
