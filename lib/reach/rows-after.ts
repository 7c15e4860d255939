// What is stored, without what goes by a change and with what comes: parts of a statement, so that indexes serve them.
import "server-only";
import { Prisma } from "@/lib/db/sql";
import type { ReachChange } from "./change";
import type { ReachRows } from "./statements";
import { ALL_NETWORKS } from "./values";

export const asTheyWouldBe: ReachRows = {
  members: Prisma.sql`"memberAfter"`,
  attachments: Prisma.sql`"attachmentAfter"`,
  grants: Prisma.sql`"grantAfter"`,
  roles: Prisma.sql`"roleAfter"`,
  roleGateways: Prisma.sql`"roleGatewayAfter"`,
  networks: Prisma.sql`"networkAfter"`,
  gateways: Prisma.sql`"gatewayAfter"`,
};

/** The definitions of {@link asTheyWouldBe}, for the WITH of a statement. */
export function rowsAsTheyWouldBe(change: ReachChange): Prisma.Sql {
  return Prisma.sql`
    "memberAfter" AS NOT MATERIALIZED (${membersAfter(change)}),
    "grantAfter" AS NOT MATERIALIZED (${grantsAfter(change)}),
    ${rolesAfter(change)},
    ${networksAfter(change)}`;
}

function membersAfter({ group, members, moved, users = [] }: ReachChange): Prisma.Sql {
  const emptied = [group, members?.groupId].filter((id) => id !== undefined);
  const pairs = users.flatMap(({ userId, groupIds }) =>
    groupIds.map((groupId) => ({ userId, groupId })),
  );
  const movedTo = moved?.groupId ?? null;
  const added = moved?.added ?? [];
  return Prisma.sql`
    SELECT m."groupId", m."userId" FROM "GroupMember" m
    WHERE m."groupId" <> ALL(${emptied}) AND m."userId" <> ALL(${users.map(({ userId }) => userId)}::uuid[])
      AND (m."groupId" = ${movedTo} AND m."userId" = ANY(${[...added, ...(moved?.removed ?? [])]}::uuid[])) IS NOT TRUE
    UNION ALL SELECT ${members?.groupId ?? null}::text, i FROM unnest(${members?.userIds ?? []}::uuid[]) AS i
    UNION ALL SELECT ${movedTo}::text, i FROM unnest(${added}::uuid[]) AS i
    UNION ALL SELECT g, i FROM unnest(
      ${pairs.map(({ groupId }) => groupId)}::text[], ${pairs.map(({ userId }) => userId)}::uuid[]) AS t(g, i)`;
}

function grantsAfter(change: ReachChange): Prisma.Sql {
  const { group, role = null, network = null, grants } = change;
  const emptied = [group, grants?.groupId].filter((id) => id !== undefined);
  const networkIds = grants?.grants.map(({ networkId }) => networkId ?? ALL_NETWORKS) ?? [];
  const roleIds = grants?.grants.map(({ roleId }) => roleId) ?? [];
  return Prisma.sql`
    SELECT g."groupId", g."networkId", g."roleId" FROM "GroupNetworkRole" g
    WHERE g."groupId" <> ALL(${emptied}) AND (g."roleId" = ${role}) IS NOT TRUE
      AND (g."networkId" = ${network}) IS NOT TRUE
    UNION ALL SELECT ${grants?.groupId ?? null}::text, NULLIF(i, ${ALL_NETWORKS}), r
    FROM unnest(${networkIds}::text[], ${roleIds}::text[]) AS t(i, r)`;
}

function rolesAfter({ rights, gateway }: ReachChange): Prisma.Sql {
  const roleId = rights?.roleId ?? null;
  return Prisma.sql`
    "roleAfter" AS NOT MATERIALIZED (
      SELECT r."id", CASE WHEN r."id" = ${roleId} THEN ${rights?.right ?? null} ELSE r."gatewayRight" END
        AS "gatewayRight" FROM "Role" r),
    "roleGatewayAfter" AS NOT MATERIALIZED (
      SELECT x."roleId", x."gatewayId" FROM "RoleGateway" x
      WHERE (x."roleId" = ${roleId}) IS NOT TRUE AND (x."gatewayId" = ${gateway?.id ?? null}::uuid) IS NOT TRUE
      UNION ALL SELECT ${roleId}::text, i FROM unnest(${rights?.gatewayIds ?? []}::uuid[]) AS i)`;
}

function networksAfter(change: ReachChange): Prisma.Sql {
  const { network = null, gateway } = change;
  const gatewayId = Prisma.sql`${gateway?.id ?? null}::uuid`;
  return Prisma.sql`
    "networkAfter" AS NOT MATERIALIZED (
      SELECT n."id" FROM "Network" n WHERE (n."id" = ${network}) IS NOT TRUE),
    "gatewayAfter" AS NOT MATERIALIZED (
      SELECT w."id", w."networkId" FROM "Gateway" w
      WHERE (w."networkId" = ${network}) IS NOT TRUE AND (w."id" = ${gatewayId}) IS NOT TRUE),
    "attachmentAfter" AS NOT MATERIALIZED (
      SELECT a."gatewayId", a."networkId", a."userId" FROM "GatewayAttachment" a
      WHERE (a."networkId" = ${network}) IS NOT TRUE AND (a."gatewayId" = ${gatewayId}) IS NOT TRUE)`;
}
