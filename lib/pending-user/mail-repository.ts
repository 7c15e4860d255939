import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { PendingMailKind } from "./mail";

interface NewMail {
  kind: PendingMailKind;
  address: string;
  origin: string;
  reason: string;
}

/** Puts mails on their way. Raw, because thousands go in one statement. @returns their ids */
export async function create(db: Db, mails: readonly NewMail[], now: Date): Promise<string[]> {
  const stored = mails.map((mail) => ({ ...mail, id: uuidv7({ msecs: now.getTime() }) }));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "PendingUserMail" ("id", "kind", "address", "origin", "reason", "mailStatus", "mailQueuedAt")
    SELECT e."id", e."kind", e."address", e."origin", e."reason", 'queued', ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "kind" text, "address" text, "origin" text, "reason" text)`);
  return stored.map(({ id }) => id);
}

interface StoredMail extends NewMail {
  mailStatus: "queued" | "sending";
  mailError: string;
  mailDelays: number;
  mailQueuedAt: Date;
  /** Whether what it says is still so. */
  isTrue: boolean;
}

/** The mail, locked; null once it is known what came of it. */
export async function lock(db: Db, id: string): Promise<StoredMail | null> {
  const [mail] = await rows<StoredMail>(
    db,
    Prisma.sql`
    SELECT t."kind", t."address", t."origin", t."reason", t."mailStatus", t."mailError", t."mailDelays",
      t."mailQueuedAt", CASE t."kind"
        WHEN 'approved' THEN EXISTS (SELECT 1 FROM "User" u WHERE u."username" = t."address")
        WHEN 'rejected' THEN NOT EXISTS (SELECT 1 FROM "User" u WHERE u."username" = t."address")
        ELSE EXISTS (SELECT 1 FROM "PendingUser") AND EXISTS (
          SELECT 1 FROM "User" u WHERE u."username" = t."address" AND NOT u."isDisabled"
            AND u."platformRoleId" IN ('super-admin', 'admin'))
      END AS "isTrue"
    FROM "PendingUserMail" t WHERE t."id" = ${id}::uuid FOR UPDATE OF t`,
  );
  return mail ?? null;
}

interface Progress {
  status: string;
  delays: number;
  error: string;
}

export async function write(db: Db, id: string, { status, delays, error }: Progress) {
  await db.pendingUserMail.update({
    where: { id },
    data: { mailStatus: status, mailDelays: delays, mailError: error },
    select: { id: true },
  });
}

export async function remove(db: Db, id: string): Promise<void> {
  await db.pendingUserMail.deleteMany({ where: { id } });
}

interface Waiting {
  username: string;
  displayName: string;
}

/** How many wait, and who asked last. */
export async function findWaiting(db: Db): Promise<{ count: number; newest: Waiting | null }> {
  const [count, newest] = await Promise.all([
    db.pendingUser.count(),
    db.pendingUser.findFirst({
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { username: true, displayName: true },
    }),
  ]);
  return { count, newest };
}
