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

/** How many attachments gateways have, which go with them. */
export function countOfGateways(db: Db, gatewayIds: readonly string[]): Promise<number> {
  return db.gatewayAttachment.count({ where: { gatewayId: { in: [...gatewayIds] } } });
}
