/** Who is attached to which gateway, and what goes with an attachment. */
import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";

/** Whoever is attached already stays so. */
export async function add(db: Db, gatewayId: string, userIds: readonly string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
    SELECT w."id", w."networkId", u FROM "Gateway" w, unnest(${[...userIds]}::uuid[]) AS u
    WHERE w."id" = ${gatewayId}::uuid ON CONFLICT DO NOTHING`);
}

export async function remove(db: Db, gatewayId: string, userIds: readonly string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    DELETE FROM "GatewayAttachment"
    WHERE "gatewayId" = ${gatewayId}::uuid AND "userId" = ANY(${[...userIds]}::uuid[])`);
}

function ofOwners(gatewayId: string, userIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`"gatewayId" = ${gatewayId}::uuid AND "ownerId" = ANY(${[...userIds]}::uuid[])`;
}

/** Removes the client configs that these users have on a gateway. @returns how many of each, by the user's id */
export async function removeConfigs(
  db: Db,
  gatewayId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ ownerId: string; count: number }>(
    db,
    Prisma.sql`
    WITH "locked" AS MATERIALIZED (
      SELECT "id" FROM "ClientConfig" WHERE ${ofOwners(gatewayId, userIds)} ORDER BY "id" FOR UPDATE),
    "gone" AS (
      DELETE FROM "ClientConfig" c USING "locked" l WHERE c."id" = l."id" RETURNING c."ownerId")
    SELECT "ownerId", count(*)::int AS "count" FROM "gone" GROUP BY "ownerId"`,
  );
  return new Map(found.map(({ ownerId, count }) => [ownerId, count]));
}

/** How many client configs these users have on a gateway. */
export async function countConfigs(
  db: Db,
  gatewayId: string,
  userIds: readonly string[],
): Promise<number> {
  const [found] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS "count" FROM "ClientConfig" WHERE ${ofOwners(gatewayId, userIds)}`,
  );
  return found?.count ?? 0;
}

/** How many attachments and client configs gateways have, which go with them. */
export async function countOfGateways(
  db: Db,
  gatewayIds: readonly string[],
): Promise<{ attachments: number; client_configs: number }> {
  const isOfThem = Prisma.sql`"gatewayId" = ANY(${[...gatewayIds]}::uuid[])`;
  const [found] = await rows<{ attachments: number; client_configs: number }>(
    db,
    Prisma.sql`SELECT
      (SELECT count(*) FROM "GatewayAttachment" WHERE ${isOfThem})::int AS "attachments",
      (SELECT count(*) FROM "ClientConfig" WHERE ${isOfThem})::int AS "client_configs"`,
  );
  return found ?? { attachments: 0, client_configs: 0 };
}
