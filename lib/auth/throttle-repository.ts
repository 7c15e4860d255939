import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";

/** A count of failures that refuses further attempts once it is full. */
export interface Bucket {
  key: string;
  limit: number;
}

/**
 * The end of the longest wait among these buckets; null when there is none. A bucket that is full only because
 * attempts are being compared right now has no wait yet.
 */
export async function findBlockedUntil(db: Db, keys: string[], now: Date): Promise<Date | null> {
  const found = await db.throttle.findFirst({
    where: { key: { in: keys }, blockedUntil: { gt: now }, pending: 0 },
    orderBy: { blockedUntil: "desc" },
    select: { blockedUntil: true },
  });
  return found?.blockedUntil ?? null;
}

/**
 * Counts an attempt in each bucket that has no wait: one statement, so that of parallel attempts only as many
 * pass as there is room for.
 * @returns the keys of the buckets that counted it
 */
export async function consume(db: Db, buckets: Bucket[], now: Date): Promise<string[]> {
  const sorted = [...buckets].sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = await rows<{ key: string }>(db, consumeStatement(now, sorted));
  return taken.map(({ key }) => key);
}

/** Fifteen minutes from the first failure; once full, waits of 1, 2, 4, 8, then 15 minutes, one after each failure. */
function consumeStatement(now: Date, buckets: Bucket[]) {
  const values = buckets.map(({ key, limit }) => Prisma.sql`(${key}, ${limit}::int)`);
  const isOver = Prisma.sql`t."expiresAt" <= ${now}`;
  const abandoned = abandonedBy(now);
  const failures = Prisma.sql`(t."failures" - ${abandoned})`;
  const wait = waitAfter(failures, buckets);
  // Prisma has no upsert with a condition and computed columns.
  return Prisma.sql`
    INSERT INTO "Throttle" AS t ("key", "failures", "pending", "attemptedAt", "expiresAt", "blockedUntil")
    SELECT b."key", 1, 1, ${now}::timestamptz, ${now}::timestamptz + interval '15 minutes', NULL
    FROM (VALUES ${Prisma.join(values)}) AS b ("key", "limit")
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN ${isOver} THEN 1 ELSE ${failures} + 1 END,
      "pending" = CASE WHEN ${isOver} THEN 1 ELSE t."pending" - ${abandoned} + 1 END,
      "attemptedAt" = excluded."attemptedAt",
      "blockedUntil" = CASE WHEN NOT ${isOver} THEN ${now}::timestamptz + ${wait} END,
      "expiresAt" = CASE
        WHEN ${failures} = 0 OR ${isOver} THEN excluded."expiresAt"
        ELSE GREATEST(t."expiresAt", excluded."expiresAt" + ${wait}) END
    WHERE t."blockedUntil" IS NULL OR t."blockedUntil" <= ${now} OR ${abandoned} > 0
    RETURNING t."key"`;
}

/** Attempts of a process that died before it could end them: no comparison takes a minute. Nobody knows whether they were right. */
function abandonedBy(now: Date): Prisma.Sql {
  return Prisma.sql`(CASE WHEN t."attemptedAt" <= ${now}::timestamptz - interval '1 minute' THEN t."pending" ELSE 0 END)`;
}

/** The wait that the failure being counted brings; null while the bucket is not full. */
function waitAfter(failures: Prisma.Sql, buckets: Bucket[]): Prisma.Sql {
  const limits = buckets.map(({ key, limit }) => Prisma.sql`WHEN ${key} THEN ${limit}::int`);
  const over = Prisma.sql`${failures} + 2 - CASE t."key" ${Prisma.join(limits, " ")} END`;
  return Prisma.sql`CASE WHEN ${over} > 0
    THEN (ARRAY[1, 2, 4, 8, 15])[LEAST(${over}, 5)] * interval '1 minute' END`;
}

/**
 * Ends an attempt: a right one is taken back, with the wait that it brought; a wrong one stays. Locks the buckets in
 * the order in which {@link consume} does, so that neither ends the other in a deadlock.
 */
export async function settle(db: Db, keys: string[], isRight: boolean): Promise<void> {
  const takenBack = Prisma.sql`, "failures" = t."failures" - 1, "blockedUntil" = NULL`;
  await db.$executeRaw(Prisma.sql`
    WITH locked AS MATERIALIZED (
      SELECT "key" FROM "Throttle" WHERE "key" = ANY(${keys}) ORDER BY "key" COLLATE "C" FOR UPDATE)
    UPDATE "Throttle" t SET "pending" = t."pending" - 1 ${isRight ? takenBack : Prisma.empty}
    FROM locked WHERE t."key" = locked."key" AND t."pending" > 0`);
}

/** Which buckets are an account's: some by their key, the known browsers' by how it begins. */
export interface AccountKeys {
  keys: string[];
  prefixes: string[];
}

/** Failures that count at the moment, and until when the account waits for them; null when it does not. */
export interface Failures {
  failures: number;
  waitsUntil: Date | null;
}

/** Attempts that are being compared right now are no failures yet, and bring no wait. */
export async function findFailures(db: Db, account: AccountKeys, now: Date): Promise<Failures> {
  // Prisma sums columns, but not their differences.
  const [found] = await rows<Failures>(
    db,
    Prisma.sql`
      SELECT COALESCE(sum("failures" - "pending"), 0)::int AS "failures",
        max("blockedUntil") FILTER (WHERE "blockedUntil" > ${now} AND "pending" = 0) AS "waitsUntil"
      FROM "Throttle" WHERE "expiresAt" > ${now} AND (${isOf(account)})`,
  );
  return found ?? { failures: 0, waitsUntil: null };
}

/** Keeps the rows, in which attempts that are being compared are still counted. */
export async function forgetFailures(db: Db, account: AccountKeys): Promise<void> {
  // Prisma cannot set a column to another.
  await db.$executeRaw(Prisma.sql`
    UPDATE "Throttle" SET "failures" = "pending", "blockedUntil" = NULL WHERE ${isOf(account)}`);
}

export async function removeExpired(db: Db, now: Date): Promise<void> {
  await db.throttle.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Ranges of the primary key, because LIKE would take the underscore of a name for any letter. */
function isOf({ keys, prefixes }: AccountKeys): Prisma.Sql {
  const ranges = prefixes.map(
    (prefix) => Prisma.sql`("key" >= ${prefix} AND "key" < ${firstAfter(prefix)})`,
  );
  return Prisma.join([Prisma.sql`"key" = ANY(${keys})`, ...ranges], " OR ");
}

/** What comes, byte by byte, after every text that begins with `prefix`, which ends in ASCII. */
function firstAfter(prefix: string): string {
  const last = prefix.charCodeAt(prefix.length - 1);
  return prefix.slice(0, -1) + String.fromCharCode(last + 1);
}
