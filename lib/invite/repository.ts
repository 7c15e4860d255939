import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import type { Total } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { PlatformRole } from "@/lib/permissions";
import type { InviteListQuery } from "./schema";
import type { StoredInvite, StoredMailStatus, StoredProgress } from "./stored";
import { LISTED_DAYS, type InviteState, type inviteSorts, type MailStatus } from "./values";

const columns = Prisma.sql`
  t."id", t."email", t."roleId" AS "role", t."code", t."origin", t."createdBy", t."createdAt", t."expiresAt",
  t."mailId", t."mailStatus", t."mailError",
  ARRAY(SELECT g."groupId" FROM "InviteGroup" g WHERE g."inviteId" = t."id" ORDER BY 1) AS "groupIds"`;

const LEAST_ID = "00000000-0000-0000-0000-000000000000";

/** Any two keys that nothing else locks. */
const LOCK = 5_210_048;

/**
 * Waits until nobody makes an account and keeps others from it, until the transaction ends: so that nobody is invited
 * who has an account by then. After the locks of groups.
 */
export async function lockInviting(db: Db): Promise<void> {
  await rows(db, Prisma.sql`SELECT 1 FROM pg_advisory_xact_lock(${LOCK}::int)`);
}

/** As {@link lockInviting}, the other way round: accounts are made side by side. */
export async function holdInviting(db: Db): Promise<void> {
  await rows(db, Prisma.sql`SELECT 1 FROM pg_advisory_xact_lock_shared(${LOCK}::int)`);
}

/** Which of these are somebody's username. */
export async function findTaken(db: Db, emails: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ username: string }>(
    db,
    Prisma.sql`SELECT "username" FROM "User" WHERE "username" = ANY(${emails})`,
  );
  return new Set(found.map(({ username }) => username));
}

/** The invites of these addresses that are still listed. */
export function findByEmails(
  db: Db,
  emails: readonly string[],
  now: Date,
): Promise<StoredInvite[]> {
  return find(db, { emails, now });
}

/** As {@link findByEmails}, locked in the order of their ids. */
export function lockByEmails(
  db: Db,
  emails: readonly string[],
  now: Date,
): Promise<StoredInvite[]> {
  return find(db, { emails, now, lock: Prisma.sql`FOR UPDATE OF t` });
}

interface Wanted {
  emails: readonly string[];
  now: Date;
  lock?: Prisma.Sql;
}

function find(db: Db, { emails, now, lock = Prisma.empty }: Wanted): Promise<StoredInvite[]> {
  return rows<StoredInvite>(
    db,
    Prisma.sql`
    SELECT ${columns} FROM "Invite" t WHERE t."email" = ANY(${emails}) AND ${isListed(now)} ORDER BY t."id" ${lock}`,
  );
}

function isListed(now: Date): Prisma.Sql {
  return Prisma.sql`t."expiresAt" > ${now}::timestamptz - make_interval(days => ${LISTED_DAYS}::int)`;
}

const BATCH = 1000;

/** Every invite, newest first, in keyset batches of 1,000. */
export async function* findBatches(db: Db, now: Date): AsyncGenerator<StoredInvite[]> {
  let last: StoredInvite | undefined;
  do {
    const olderThan = last
      ? Prisma.sql`AND (t."createdAt", t."id") < (${last.createdAt}::timestamptz, ${last.id}::uuid)`
      : Prisma.empty;
    const found: StoredInvite[] = await rows<StoredInvite>(
      db,
      Prisma.sql`
      SELECT ${columns} FROM "Invite" t WHERE ${isListed(now)} ${olderThan}
      ORDER BY t."createdAt" DESC, t."id" DESC LIMIT ${BATCH}`,
    );
    yield found;
    last = found.length < BATCH ? undefined : found.at(-1);
  } while (last);
}

export async function findPage(
  db: Db,
  query: InviteListQuery,
  now: Date,
): Promise<{ rows: StoredInvite[]; total: Total }> {
  const { page, per_page, sort } = query;
  const conditions = conditionsOf(query, now);
  return findListed<StoredInvite>(db, {
    page,
    per_page,
    table: "Invite",
    key: Prisma.sql`"id"`,
    sortedBy: sortColumns[sort ?? "created_at"],
    order: query.order ?? (sort === undefined ? "desc" : "asc"),
    columns,
    // Asked of each row, it costs as much as the others together, mostly for nothing.
    conditions: (await hasUnlisted(db, now)) ? [isListed(now), ...conditions] : conditions,
  });
}

async function hasUnlisted(db: Db, now: Date): Promise<boolean> {
  const [oldest] = await rows<{ isListed: boolean }>(
    db,
    Prisma.sql`SELECT ${isListed(now)} AS "isListed" FROM "Invite" t ORDER BY t."expiresAt" LIMIT 1`,
  );
  return oldest?.isListed === false;
}

const sortColumns: Record<(typeof inviteSorts)[number], Prisma.Sql> = {
  created_at: Prisma.sql`"createdAt"`,
  expires_at: Prisma.sql`"expiresAt"`,
  email: Prisma.sql`"email"`,
};

function conditionsOf(
  { q, state, mail_status, role, id }: InviteListQuery,
  now: Date,
): Prisma.Sql[] {
  const isValid = Prisma.sql`t."expiresAt" > ${now}::timestamptz`;
  const states: Record<InviteState, Prisma.Sql> = {
    valid: isValid,
    expired: Prisma.sql`NOT (${isValid})`,
  };
  return [
    q !== undefined && q !== "" && Prisma.sql`t."searchText" LIKE ${containsPattern(foldCase(q))}`,
    state &&
      Prisma.sql`(${Prisma.join(
        state.map((each) => states[each]),
        " OR ",
      )})`,
    mail_status && Prisma.sql`t."mailStatus" = ANY(${mail_status.flatMap(storedStatuses)})`,
    role && Prisma.sql`t."roleId" = ANY(${role})`,
    id && Prisma.sql`t."email" = ANY(${id})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

/** A mail that is handed over just now is still said to be queued. */
function storedStatuses(status: MailStatus): StoredMailStatus[] {
  return status === "queued" ? ["queued", "sending"] : [status];
}

export interface NewInvite {
  id: string;
  email: string;
  role: PlatformRole;
  code: Uint8Array;
  origin: string;
  createdBy: string;
  expiresAt: Date;
  mailId: string;
  mailStatus: StoredMailStatus;
  groupIds: readonly string[];
}

/** Writes invites in place of those that their addresses had. Raw, because thousands go in two statements. */
export async function replace(db: Db, invites: readonly NewInvite[], now: Date): Promise<void> {
  await removeByEmails(
    db,
    invites.map(({ email }) => email),
  );
  const stored = invites.map(({ code, groupIds: _groupIds, ...invite }) => ({
    ...invite,
    code: Buffer.from(code).toString("base64"),
    searchText: foldCase(`${invite.email}\n${invite.createdBy}`),
  }));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "Invite" ("id", "email", "roleId", "code", "origin", "searchText", "createdBy", "createdAt", "expiresAt",
      "mailId", "mailStatus", "mailQueuedAt")
    SELECT e."id", e."email", e."role", decode(e."code", 'base64'), e."origin", e."searchText", e."createdBy",
      ${now}::timestamptz, e."expiresAt", e."mailId", e."mailStatus", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "email" text, "role" text, "code" text, "origin" text, "searchText" text, "createdBy" text,
      "expiresAt" timestamptz, "mailId" uuid, "mailStatus" text)`);
  const pairs = invites.flatMap(({ id, groupIds }) => groupIds.map((groupId) => ({ id, groupId })));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "InviteGroup" ("inviteId", "groupId")
    SELECT * FROM unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ groupId }) => groupId)}::text[])`);
}

/** The id of a new invite, or of a mail. */
export function newId(now: Date): string {
  return uuidv7({ msecs: now.getTime() });
}

interface Renewal {
  id: string;
  mailId: string;
  mailStatus: StoredMailStatus;
  /** Of a new link. */
  link?: { code: Uint8Array; origin: string; expiresAt: Date };
}

/** Puts another mail on its way for invites, and with a new link ends the old one. */
export async function renew(db: Db, renewals: readonly Renewal[], now: Date): Promise<void> {
  const stored = renewals.map(({ link, ...renewal }) => ({
    ...renewal,
    ...(link && { ...link, code: Buffer.from(link.code).toString("base64") }),
  }));
  await db.$executeRaw(Prisma.sql`
    UPDATE "Invite" t SET "mailId" = e."mailId", "mailStatus" = e."mailStatus", "mailError" = '', "mailDelays" = 0,
      "mailQueuedAt" = ${now}::timestamptz, "code" = COALESCE(decode(e."code", 'base64'), t."code"),
      "origin" = COALESCE(e."origin", t."origin"), "expiresAt" = COALESCE(e."expiresAt", t."expiresAt")
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "mailId" uuid, "mailStatus" text, "code" text, "origin" text, "expiresAt" timestamptz)
    WHERE t."id" = e."id"`);
}

export async function removeByEmails(db: Db, emails: readonly string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`DELETE FROM "Invite" WHERE "email" = ANY(${emails})`);
}

/**
 * Takes the next invites of all away.
 * @param after the id of the last one of those before; undefined for the first ones
 * @returns those that were listed still, and the last id; null when there is no invite any more
 */
export async function removeSome(
  db: Db,
  { limit, after = LEAST_ID }: { limit: number; after: string | undefined },
  now: Date,
): Promise<{ listed: StoredInvite[]; last: string } | null> {
  const found = await rows<StoredInvite & { isListed: boolean }>(
    db,
    Prisma.sql`
    WITH "taken" AS MATERIALIZED (
      SELECT ${columns}, ${isListed(now)} AS "isListed" FROM "Invite" t
      WHERE t."id" > ${after}::uuid ORDER BY t."id" LIMIT ${limit} FOR UPDATE OF t),
    "gone" AS (DELETE FROM "Invite" i USING "taken" t WHERE i."id" = t."id")
    SELECT * FROM "taken" ORDER BY "id"`,
  );
  const last = found.at(-1)?.id;
  return last === undefined ? null : { listed: found.filter((each) => each.isListed), last };
}

/** Of invites that have been expired for so long that they are not listed. @returns how many there were */
export function removeUnlisted(db: Db, now: Date): Promise<number> {
  return db.$executeRaw(Prisma.sql`DELETE FROM "Invite" t WHERE NOT ${isListed(now)}`);
}

interface MailOf {
  inviteId: string;
  mailId: string;
}

/** The invite whose mail this is, locked; null once another mail has taken its place, or the invite is over. */
export async function lockMail(
  db: Db,
  { inviteId, mailId }: MailOf,
  now: Date,
): Promise<(StoredInvite & { progress: StoredProgress | null }) | null> {
  const [found] = await rows<
    StoredInvite & { mailStatus: StoredMailStatus; mailDelays: number; mailQueuedAt: Date }
  >(
    db,
    Prisma.sql`
    SELECT ${columns}, t."mailDelays", t."mailQueuedAt" FROM "Invite" t
    WHERE t."id" = ${inviteId}::uuid AND t."mailId" = ${mailId}::uuid AND t."expiresAt" > ${now}::timestamptz
    FOR UPDATE OF t`,
  );
  if (!found) return null;
  const { mailStatus: status, mailDelays: delays, mailQueuedAt: queuedAt, mailError } = found;
  const progress =
    status === "not_configured" ? null : { status, delays, queuedAt, error: mailError };
  return { ...found, progress };
}

export async function writeMail(
  db: Db,
  inviteId: string,
  {
    status,
    delays,
    error,
  }: Pick<StoredProgress, "delays" | "error"> & { status: StoredMailStatus },
): Promise<void> {
  await db.invite.update({
    where: { id: inviteId },
    data: { mailStatus: status, mailDelays: delays, mailError: error },
    select: { id: true },
  });
}

/** What a mail says beside what stands in the invite. */
export interface Told {
  /** Empty where the inviter is no user, or has none. */
  inviterName: string;
  groups: string[];
  /** By id; null where a group opens all of them. */
  networks: string[] | null;
}

export async function findTold(db: Db, invite: StoredInvite): Promise<Told> {
  const [told] = await rows<Told>(
    db,
    Prisma.sql`
    SELECT
      COALESCE((SELECT u."displayName" FROM "User" u WHERE u."username" = ${invite.createdBy}), '') AS "inviterName",
      ARRAY(SELECT g."name" FROM "Group" g WHERE g."id" = ANY(${invite.groupIds}) ORDER BY g."nameLower", g."id") AS "groups",
      CASE WHEN NOT EXISTS (
        SELECT 1 FROM "GroupNetworkRole" r WHERE r."groupId" = ANY(${invite.groupIds}) AND r."networkId" IS NULL)
      THEN ARRAY(
        SELECT DISTINCT r."networkId" FROM "GroupNetworkRole" r WHERE r."groupId" = ANY(${invite.groupIds}) ORDER BY 1)
      END AS "networks"`,
  );
  return told ?? { inviterName: "", groups: [], networks: [] };
}
