/**
 * Losing access: whoever has a gateway no more has no client configs on it either. Asked before a change is written, of
 * the rows as they would be; in a preview of the change the same, without deleting anything.
 */
import "server-only";
import type { Tx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { ReachChange } from "./change";
import { asTheyWouldBe, rowsAsTheyWouldBe } from "./rows-after";
import { hasGateway } from "./statements";
import { whatChanges } from "./what-changes";

/** How many client configs went, of whom. */
export interface LostConfigs {
  total: number;
  /** By the ids of their owners. */
  byOwner: ReadonlyMap<string, number>;
}

/** Deletes the client configs of whoever has their gateway no more after this change. */
export async function dropLostConfigs(tx: Tx, change: ReachChange): Promise<LostConfigs> {
  const found = await rows<{ ownerId: string; count: number }>(
    tx.db,
    Prisma.sql`
    WITH ${lostConfigs(change, Prisma.sql`FOR UPDATE OF c`)},
    "gone" AS (DELETE FROM "ClientConfig" c USING "lost" l WHERE c."id" = l."id" RETURNING c."ownerId")
    SELECT "ownerId", count(*)::int AS "count" FROM "gone" GROUP BY "ownerId"`,
  );
  return {
    total: found.reduce((sum, { count }) => sum + count, 0),
    byOwner: new Map(found.map(({ ownerId, count }) => [ownerId, count])),
  };
}

/** How what went along stands in an audit entry. */
export function goneAlong(configs = 0): { client_configs?: number } {
  return configs === 0 ? {} : { client_configs: configs };
}

/** How many client configs would go by a change; all that are there, where a gateway goes. */
export async function countLostConfigs(db: Db, change: ReachChange): Promise<number> {
  const { network, gateway } = change;
  const statement =
    network !== undefined || gateway
      ? Prisma.sql`SELECT count(*)::int AS "count" FROM "ClientConfig" c
          WHERE c."networkId" = ${network ?? null} OR c."gatewayId" = ${gateway?.id ?? null}::uuid`
      : Prisma.sql`WITH ${lostConfigs(change)} SELECT count(*)::int AS "count" FROM "lost"`;
  const [row] = await rows<{ count: number }>(db, statement);
  return row?.count ?? 0;
}

/** In the order of their ids, in which they are locked. */
function lostConfigs(change: ReachChange, lock = Prisma.empty): Prisma.Sql {
  const held = {
    userId: Prisma.sql`l."ownerId"`,
    gatewayId: Prisma.sql`l."gatewayId"`,
    networkId: Prisma.sql`l."networkId"`,
  };
  return Prisma.sql`
    ${rowsAsTheyWouldBe(change)}, ${whatChanges(change)},
    "lostGateways" AS MATERIALIZED (
      SELECT DISTINCT "thing"::uuid AS "gatewayId" FROM "lostBy" WHERE "kind" = 'gateway'),
    "losers" AS MATERIALIZED (
      SELECT m."userId" FROM "GroupMember" m
      WHERE m."groupId" IN (SELECT "source" FROM "lostBy" WHERE "kind" = 'gateway' AND NOT "isOfMoved")
      UNION SELECT "userId" FROM "leaving"),
    "atRisk" AS MATERIALIZED (
      SELECT c."id", c."ownerId", c."gatewayId", c."networkId" FROM "ClientConfig" c
      WHERE c."gatewayId" IN (SELECT "gatewayId" FROM "lostGateways")
        AND c."ownerId" IN (SELECT "userId" FROM "losers")),
    "lost" AS MATERIALIZED (
      SELECT c."id", c."ownerId" FROM "atRisk" l JOIN "ClientConfig" c ON c."id" = l."id"
      WHERE NOT ${hasGateway(held, asTheyWouldBe)}
      ORDER BY c."id" ${lock})`;
}

/** Any two keys that nothing else locks. */
const LOCK = 5_210_047;

/**
 * Two changes that each take one of somebody's two ways to a gateway must not both find the other one: one waits.
 * First of all locks.
 * @param whose of people whose rows are locked too, or of whoever a grant or a role is about
 */
export async function lockLosing({ db, isPreview }: Tx, whose: "few" | "many"): Promise<void> {
  if (isPreview) return;
  const lock = Prisma.raw(
    whose === "few" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock",
  );
  await rows(db, Prisma.sql`SELECT 1 FROM ${lock}(${LOCK}::int)`);
}
