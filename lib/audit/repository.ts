import "server-only";
import type { Db } from "@/lib/db/client";
import { countUpTo, offsetOf, toPage, type Total } from "@/lib/db/paging";
import { rowCountOf } from "@/lib/db/row-count";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { toWireTime } from "@/lib/wire";
import type { AuditEntry, AuditListQuery, AuditPage } from "./schema";

interface NewEntry {
  id: string;
  at: Date;
  actor: string;
  actorId: string | null;
  verb: string;
  targetType: string;
  target: string;
  targetName: string;
  targetUserId: string | null;
  ip: string;
  userAgent: string;
  requestId: string;
  before: object | null;
  after: object | null;
}

/** Every entry, or those by and about one user. */
export type AuditScope = { kind: "all" } | { kind: "user"; userId: string };

/** Raw, because a set of any size must go in one statement, below the limit on parameters. */
export async function createMany(db: Db, entries: readonly NewEntry[]): Promise<void> {
  const stored = entries.map((entry) => ({ ...entry, searchText: searchTextOf(entry) }));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "AuditEntry" ("id", "at", "actor", "actorId", "verb", "targetType", "target",
      "targetName", "targetUserId", "ip", "userAgent", "requestId", "before", "after", "searchText")
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "at" timestamptz, "actor" text, "actorId" uuid, "verb" text, "targetType" text, "target" text,
      "targetName" text, "targetUserId" uuid, "ip" text, "userAgent" text, "requestId" text, "before" jsonb, "after" jsonb,
      "searchText" text)`);
}

type Searched = Pick<NewEntry, "actor" | "verb" | "target" | "targetName">;

/** What a search looks in. A line break cannot be part of a search term, so no match spans two of them. */
export function searchTextOf({ actor, verb, target, targetName }: Searched): string {
  return foldCase([actor, verb, target, targetName].join("\n"));
}

interface Row extends Omit<NewEntry, "before" | "after"> {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export async function findPage(
  db: Db,
  scope: AuditScope,
  query: AuditListQuery,
): Promise<AuditPage> {
  const conditions = conditionsOf(scope, query);
  const selection = Prisma.sql`FROM "AuditEntry" WHERE ${allOf(conditions)}`;
  const [total, found] = await Promise.all([
    conditions.length === 0 ? wholeLog(db) : countUpTo(db, selection),
    rows<Row>(
      db,
      Prisma.sql`SELECT ${columns} ${selection} ORDER BY "at" DESC, "id" DESC
        LIMIT ${query.per_page} OFFSET ${offsetOf(query)}`,
    ),
  ]);
  return toPage(found.map(toAuditEntry(scope)), query, total);
}

async function wholeLog(db: Db): Promise<Total> {
  return { total: await rowCountOf(db, "AuditEntry"), isEstimate: false };
}

export interface Occasion {
  id: string;
  at: string;
}

/** The newest entry of a verb: one step in the index of verbs. */
export async function findLatest(db: Db, verb: string): Promise<Occasion | null> {
  const found = await db.auditEntry.findFirst({
    where: { verb },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true },
  });
  return found && { id: found.id, at: toWireTime(found.at) };
}

/** The newest entry of a verb about a user since then: a short way along the index of what is about them. */
export async function findLatestAbout(
  db: Db,
  { userId, verb, since }: { userId: string; verb: string; since: Date },
): Promise<Occasion | null> {
  const found = await db.auditEntry.findFirst({
    where: { targetUserId: userId, verb, at: { gte: since } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true },
  });
  return found && { id: found.id, at: toWireTime(found.at) };
}

const BATCH = 1000;

/** The whole selection, newest first, in keyset batches of 1,000. */
export async function* findBatches(
  db: Db,
  scope: AuditScope,
  query: AuditListQuery,
): AsyncGenerator<AuditEntry[]> {
  let last: Row | undefined;
  do {
    const after = last
      ? Prisma.sql`AND ("at", "id") < (${last.at}::timestamptz, ${last.id}::uuid)`
      : Prisma.empty;
    const found = await rows<Row>(
      db,
      Prisma.sql`SELECT ${columns} FROM "AuditEntry" WHERE ${allOf(conditionsOf(scope, query))} ${after}
        ORDER BY "at" DESC, "id" DESC LIMIT ${BATCH}`,
    );
    yield found.map(toAuditEntry(scope));
    last = found.length === BATCH ? found.at(-1) : undefined;
  } while (last);
}

const columns = Prisma.sql`"id", "at", "actor", "actorId", "verb", "targetType", "target", "targetName",
  "targetUserId", "ip", "userAgent", "requestId", "before", "after"`;

function conditionsOf(scope: AuditScope, query: AuditListQuery): Prisma.Sql[] {
  const { actor, verb, target_type: targetType, target, from, to, q } = query;
  return [
    scope.kind === "user" &&
      Prisma.sql`("actorId" = ${scope.userId}::uuid OR "targetUserId" = ${scope.userId}::uuid)`,
    actor !== undefined && Prisma.sql`"actor" = ${actor.toLowerCase()}`,
    verb !== undefined && Prisma.sql`"verb" = ANY(${verb.split(",")})`,
    targetType !== undefined && Prisma.sql`"targetType" = ${targetType}`,
    target !== undefined && Prisma.sql`"target" IN (${target}, ${target.toLowerCase()})`,
    from && Prisma.sql`"at" >= ${from}`,
    to && Prisma.sql`"at" <= ${to}`,
    q !== undefined && q !== "" && Prisma.sql`"searchText" LIKE ${containsPattern(foldCase(q))}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}

/** Whoever reads only their own entries is not shown where others acted from, but where somebody tried to sign in as them. */
function toAuditEntry(scope: AuditScope): (row: Row) => AuditEntry {
  return (row) => {
    const isHidden = scope.kind === "user" && row.actorId !== scope.userId && row.actor !== "";
    return {
      id: row.id,
      at: toWireTime(row.at),
      actor: row.actor,
      verb: row.verb,
      target_type: row.targetType,
      target: row.target,
      target_name: row.targetName,
      ip: isHidden ? "" : row.ip,
      user_agent: isHidden ? "" : row.userAgent,
      request_id: row.requestId,
      ...(isAboutOther(scope, row) ? onlyMoves(row) : { before: row.before, after: row.after }),
    };
  };
}

function isAboutOther(scope: AuditScope, { targetUserId }: Row): boolean {
  return scope.kind === "user" && targetUserId !== null && targetUserId !== scope.userId;
}

const GROUPS = "user_group_ids";

/** Of the groups of somebody else, those that the change was about: the others may be none of one's own business. */
function onlyMoves({ before, after }: Row): Pick<Row, "before" | "after"> {
  const [were, are] = [textsIn(before?.[GROUPS]), textsIn(after?.[GROUPS])];
  return {
    before: before && { ...before, ...(GROUPS in before && { [GROUPS]: without(were, are) }) },
    after: after && { ...after, ...(GROUPS in after && { [GROUPS]: without(are, were) }) },
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  return ids.filter((id) => !others.includes(id));
}

interface Refusal {
  id: string;
  at: Date;
  username: string;
  ip: string;
  userAgent: string;
  requestId: string;
  /** The address and the quarter of an hour that are counted in one entry. */
  countKey: string;
}

/** Counts a failed sign-in of an existing user; for a name that nobody has the same statement writes nothing. */
export async function countRefusal(db: Db, refusal: Refusal): Promise<void> {
  const { id, at, username, ip, userAgent, requestId, countKey } = refusal;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "AuditEntry" AS e ("id", "at", "actor", "verb", "targetType", "target", "targetName",
      "targetUserId", "ip", "userAgent", "requestId", "after", "countKey", "searchText")
    SELECT ${id}::uuid, ${at}, '', 'session.refuse', 'user', u."username",
      COALESCE(NULLIF(u."displayName", ''), u."username"), u."id",
      ${ip}, ${userAgent}, ${requestId}, '{"count": 1}', u."id" || ' ' || ${countKey},
      E'\nsession.refuse\n' || u."username" || E'\n' || COALESCE(NULLIF(u."displayNameLower", ''), u."username")
    FROM "User" u WHERE u."username" = ${username}
    ON CONFLICT ("countKey") DO UPDATE
      SET "after" = jsonb_build_object('count', (e."after"->>'count')::int + 1)`);
}

/** The open transaction's commit does not wait for the disk: a crash of the database may lose it. */
export async function commitWithoutWaiting(db: Db): Promise<void> {
  await db.$executeRaw(Prisma.sql`SET LOCAL synchronous_commit = off`);
}
