import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";

/** Configs of these users, or those of them that are meant. */
export interface Owned {
  ownerIds: readonly string[];
  isDevice?: true;
  isEnabled?: boolean;
}

/** By owner; who has none is left out. */
export type Counts = ReadonlyMap<string, number>;

function isOwned({ ownerIds, isDevice, isEnabled }: Owned): Prisma.Sql {
  const conditions = [
    Prisma.sql`"ownerId" = ANY(${[...ownerIds]}::uuid[])`,
    ...(isDevice ? [Prisma.sql`"isDevice"`] : []),
    ...(isEnabled === undefined ? [] : [Prisma.sql`"isEnabled" = ${isEnabled}`]),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Locks all that they have, in the order of their ids. */
export async function lockOwned(db: Db, ownerIds: readonly string[]): Promise<void> {
  await rows(
    db,
    Prisma.sql`SELECT count(*) FROM (
      SELECT 1 FROM "ClientConfig" WHERE ${isOwned({ ownerIds })} ORDER BY "id" FOR UPDATE) "locked"`,
  );
}

export async function countOwned(db: Db, owned: Owned): Promise<Counts> {
  const found = await rows<{ ownerId: string; count: number }>(
    db,
    Prisma.sql`SELECT "ownerId", count(*)::int AS "count" FROM "ClientConfig"
      WHERE ${isOwned(owned)} GROUP BY "ownerId"`,
  );
  return new Map(found.map(({ ownerId, count }) => [ownerId, count]));
}

/** Call it once they are locked. */
export function removeOwned(db: Db, owned: Owned): Promise<Counts> {
  return changeOwned(
    db,
    owned,
    Prisma.sql`DELETE FROM "ClientConfig" t USING "batch" b WHERE t."id" = b."id"`,
  );
}

/** Call it once they are locked. Those that are as they should be stay as they are. */
export function switchOwned(
  db: Db,
  { ownerIds, isEnabled, now }: { ownerIds: readonly string[]; isEnabled: boolean; now: Date },
): Promise<Counts> {
  return changeOwned(
    db,
    { ownerIds, isEnabled: !isEnabled },
    Prisma.sql`
    UPDATE "ClientConfig" t SET "isEnabled" = ${isEnabled},
      "updatedAt" = ${now}::timestamptz, "version" = t."version" + 1
    FROM "batch" b WHERE t."id" = b."id"`,
  );
}

/**
 * Leaves them to nobody. Call it once they are locked. In the text that is searched the owner has a line, the second,
 * which becomes empty.
 */
export async function disownAll(db: Db, ownerIds: readonly string[], now: Date): Promise<void> {
  await changeOwned(
    db,
    { ownerIds },
    Prisma.sql`
    UPDATE "ClientConfig" t SET "ownerId" = NULL, "ownerName" = '',
      "searchText" = left(
        replace(t."searchText" || E'\n', E'\n' || t."ownerName" || E'\n', E'\n\n'), -1),
      "updatedAt" = ${now}::timestamptz, "version" = t."version" + 1
    FROM "batch" b WHERE t."id" = b."id"`,
  );
}

/** One statement has less time than many users' configs may take. */
const CHANGED_AT_ONCE = 10_000;

/** @param change what is done to the rows of "batch" */
async function changeOwned(db: Db, owned: Owned, change: Prisma.Sql): Promise<Counts> {
  const counts = new Map<string, number>();
  let last = "";
  for (;;) {
    const changed = await rows<{ ownerId: string; count: number; last: string }>(
      db,
      Prisma.sql`
      WITH "batch" AS MATERIALIZED (
        SELECT "id", "ownerId" FROM "ClientConfig" WHERE ${isOwned(owned)} AND "id" > ${last}
        ORDER BY "id" LIMIT ${CHANGED_AT_ONCE}),
      "changed" AS (${change})
      SELECT "ownerId", count(*)::int AS "count", max("id") AS "last" FROM "batch" GROUP BY "ownerId"`,
    );
    let size = 0;
    for (const { ownerId, count, last: id } of changed) {
      counts.set(ownerId, (counts.get(ownerId) ?? 0) + count);
      size += count;
      if (id > last) last = id;
    }
    if (size < CHANGED_AT_ONCE) return counts;
  }
}
