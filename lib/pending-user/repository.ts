import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db/client";
import { findListed, type Listed } from "@/lib/db/list";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { PendingUserListQuery } from "./schema";
import type { ProvenIdentity, StoredPendingUser } from "./stored";
import { MAX_WAITING, type pendingUserSorts, type Standing } from "./values";

const columns = Prisma.sql`
  t."id", t."username", t."displayName", t."provider", t."issuer", t."subject", t."createdAt", t."lastTriedAt"`;

export function findByUsernames(
  db: Db,
  usernames: readonly string[],
): Promise<StoredPendingUser[]> {
  return rows<StoredPendingUser>(
    db,
    Prisma.sql`SELECT ${columns} FROM "PendingUser" t WHERE t."username" = ANY(${usernames})`,
  );
}

/** As {@link findByUsernames}, locked in the order of their ids. */
export function lockByUsernames(
  db: Db,
  usernames: readonly string[],
): Promise<StoredPendingUser[]> {
  return rows<StoredPendingUser>(
    db,
    Prisma.sql`
    SELECT ${columns} FROM "PendingUser" t WHERE t."username" = ANY(${usernames}) ORDER BY t."id" FOR UPDATE`,
  );
}

const BATCH = 1000;

/** All of them by username, in keyset batches of 1,000. */
export async function* findBatches(db: Db): AsyncGenerator<StoredPendingUser[]> {
  let last: string | undefined = "";
  do {
    const found: StoredPendingUser[] = await rows<StoredPendingUser>(
      db,
      Prisma.sql`SELECT ${columns} FROM "PendingUser" t WHERE t."username" > ${last}
        ORDER BY t."username" LIMIT ${BATCH}`,
    );
    yield found;
    last = found.length < BATCH ? undefined : found.at(-1)?.username;
  } while (last !== undefined);
}

export function findPage(
  db: Db,
  { page, per_page, q, provider, sort, order }: PendingUserListQuery,
): Promise<Listed<StoredPendingUser>> {
  return findListed<StoredPendingUser>(db, {
    page,
    per_page,
    table: "PendingUser",
    key: Prisma.sql`"id"`,
    sortedBy: sortColumns[sort],
    order,
    columns,
    conditions: [
      q !== undefined &&
        q !== "" &&
        Prisma.sql`t."searchText" LIKE ${containsPattern(foldCase(q))}`,
      provider && Prisma.sql`t."provider" = ANY(${provider})`,
    ].filter((condition) => condition instanceof Prisma.Sql),
  });
}

const sortColumns: Record<(typeof pendingUserSorts)[number], Prisma.Sql> = {
  created_at: Prisma.sql`"createdAt"`,
  username: Prisma.sql`"username"`,
};

interface Asked extends ProvenIdentity {
  username: string;
}

/** Who waits under this address, and who waits by this identity. */
export function findRivals(
  db: Db,
  { username, issuer, subject }: Asked,
): Promise<StoredPendingUser[]> {
  return rows<StoredPendingUser>(
    db,
    Prisma.sql`SELECT ${columns} FROM "PendingUser" t
      WHERE t."username" = ${username} OR (t."issuer" = ${issuer} AND t."subject" = ${subject})`,
  );
}

/** Whether no more may wait. */
export async function isFull(db: Db): Promise<boolean> {
  const [row] = await rows<{ count: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "PendingUser" LIMIT ${MAX_WAITING}) "capped"`,
  );
  return (row?.count ?? 0) >= MAX_WAITING;
}

interface Request extends Asked {
  displayName: string;
  provider: string;
}

export async function create(db: Db, request: Request, now: Date): Promise<void> {
  await db.pendingUser.create({
    data: {
      ...request,
      id: uuidv7({ msecs: now.getTime() }),
      searchText: searchTextOf(request),
      createdAt: now,
      lastTriedAt: now,
    },
    select: { id: true },
  });
}

/** Who waits already has tried once more, and may be called otherwise by now. */
export async function noteTry(db: Db, id: string, request: Request, now: Date): Promise<void> {
  const { displayName, provider } = request;
  await db.pendingUser.update({
    where: { id },
    data: { displayName, provider, searchText: searchTextOf(request), lastTriedAt: now },
    select: { id: true },
  });
}

function searchTextOf({ username, displayName }: Pick<Request, "username" | "displayName">) {
  return foldCase(`${username}\n${displayName}`);
}

/** Those of these usernames under which an identity waits that somebody signs in by already. */
export async function findLinked(db: Db, usernames: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ username: string }>(
    db,
    Prisma.sql`SELECT t."username" FROM "PendingUser" t
      JOIN "Identity" i ON i."issuer" = t."issuer" AND i."subject" = t."subject"
      WHERE t."username" = ANY(${usernames})`,
  );
  return new Set(found.map(({ username }) => username));
}

/** Gives users of the same names what these sign in by. Raw, because thousands go in one statement. */
export async function giveIdentities(
  db: Db,
  admitted: readonly StoredPendingUser[],
  now: Date,
): Promise<void> {
  const stored = admitted.map(({ username, provider, issuer, subject }) => ({
    id: uuidv7({ msecs: now.getTime() }),
    username,
    provider,
    issuer,
    subject,
  }));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "Identity" ("id", "userId", "provider", "issuer", "subject", "email", "createdAt", "lastUsedAt")
    SELECT e."id", u."id", e."provider", e."issuer", e."subject", e."username", ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "username" text, "provider" text, "issuer" text, "subject" text)
    JOIN "User" u ON u."username" = e."username" COLLATE "C"`);
}

export async function removeByUsernames(db: Db, usernames: readonly string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`DELETE FROM "PendingUser" WHERE "username" = ANY(${usernames})`);
}

export async function removeByIdentity(db: Db, { issuer, subject }: ProvenIdentity): Promise<void> {
  await db.pendingUser.deleteMany({ where: { issuer, subject } });
}

/** Takes the next of all away. */
export function removeSome(db: Db, limit: number): Promise<StoredPendingUser[]> {
  return rows<StoredPendingUser>(
    db,
    Prisma.sql`
    WITH "taken" AS MATERIALIZED (
      SELECT ${columns} FROM "PendingUser" t ORDER BY t."id" LIMIT ${limit} FOR UPDATE OF t),
    "gone" AS (DELETE FROM "PendingUser" p USING "taken" t WHERE p."id" = t."id")
    SELECT * FROM "taken"`,
  );
}

export async function findStanding(db: Db, { issuer, subject }: ProvenIdentity): Promise<Standing> {
  const where = { issuer, subject };
  const [waiting, known] = await Promise.all([
    db.pendingUser.count({ where }),
    db.identity.count({ where }),
  ]);
  if (known > 0) return "approved";
  return waiting > 0 ? "waiting" : "gone";
}
