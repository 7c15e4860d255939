import "server-only";
import type { Db } from "@/lib/db/client";
import { mustEnrolMfa } from "@/lib/db/must-enrol";
import { keyRead, Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole, UserActor } from "@/lib/permissions";
import { administeredNetworkIds } from "@/lib/reach/statements";

export interface Owner {
  userId: string;
  username: string;
  role: PlatformRole;
  isDisabled: boolean;
  /** Of the networks that a platform user administers. */
  administeredIds: string[];
}

export interface SessionRow extends Owner {
  id: string;
  kind: "api" | "browser";
  lastSeenAt: Date;
  identityConfirmedAt: Date;
  expiresAt: Date;
  mustEnrolMfa: boolean;
}

interface AccessTokenRow extends Owner {
  id: string;
  lastUsedAt: Date;
  expiresAt: Date;
}

// Every request runs one of these: raw, so that token, user, role, flag and networks are one indexed read.
const ownerColumns = Prisma.sql`
  u."id" AS "userId", u."username", u."platformRoleId" AS "role", u."isDisabled",
  CASE WHEN u."platformRoleId" = 'platform-user' THEN ${administeredNetworkIds(Prisma.sql`u."id"`)} ELSE '{}' END
    AS "administeredIds"`;
const sessionColumns = Prisma.sql`
  s."id", s."kind", s."lastSeenAt", s."identityConfirmedAt", s."expiresAt",
  ${mustEnrolMfa} AS "mustEnrolMfa",
  ${ownerColumns}`;

export async function findSessionByToken(
  db: Db,
  tokenHash: Uint8Array,
): Promise<SessionRow | null> {
  const [row] = await keyRead<SessionRow>(
    db,
    Prisma.sql`
    SELECT ${sessionColumns} FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."tokenHash" = ${tokenHash}`,
  );
  return row ?? null;
}

export async function findBrowserSession(db: Db, id: string): Promise<SessionRow | null> {
  const [row] = await keyRead<SessionRow>(
    db,
    Prisma.sql`
    SELECT ${sessionColumns} FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${id}::uuid AND s."kind" = 'browser'`,
  );
  return row ?? null;
}

export async function findAccessToken(
  db: Db,
  tokenHash: Uint8Array,
): Promise<AccessTokenRow | null> {
  const [row] = await keyRead<AccessTokenRow>(
    db,
    Prisma.sql`
    SELECT t."id", t."lastUsedAt", t."expiresAt", ${ownerColumns}
    FROM "AccessToken" t JOIN "User" u ON u."id" = t."userId"
    WHERE t."tokenHash" = ${tokenHash}`,
  );
  return row ?? null;
}

interface PreAuthTokenRow extends Pick<Owner, "userId" | "username" | "isDisabled"> {
  expiresAt: Date;
}

export async function findPreAuthToken(
  db: Db,
  tokenHash: Uint8Array,
): Promise<PreAuthTokenRow | null> {
  const [row] = await keyRead<PreAuthTokenRow>(
    db,
    Prisma.sql`
    SELECT u."id" AS "userId", u."username", u."isDisabled", p."expiresAt"
    FROM "PreAuthToken" p JOIN "User" u ON u."id" = p."userId" WHERE p."tokenHash" = ${tokenHash}`,
  );
  return row ?? null;
}

/** At most once a minute, also when many requests come at once; a browser session in use lives on, 30 days at most. */
export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await rows(
    db,
    Prisma.sql`
    UPDATE "Session" s SET "lastSeenAt" = ${now}::timestamptz,
      "expiresAt" = CASE WHEN s."kind" = 'browser' THEN GREATEST(s."expiresAt", LEAST(
        s."createdAt" + interval '30 days',
        ${now}::timestamptz + v."sessionMinutes" * interval '1 minute')) ELSE s."expiresAt" END
    FROM "ServerSetting" v
    WHERE s."id" = ${id}::uuid AND s."lastSeenAt" <= ${now}::timestamptz - interval '1 minute'`,
    { prepared: true },
  );
}

export async function touchAccessToken(db: Db, id: string, now: Date): Promise<void> {
  await rows(
    db,
    Prisma.sql`
    UPDATE "AccessToken" SET "lastUsedAt" = ${now}::timestamptz
    WHERE "id" = ${id}::uuid AND "lastUsedAt" <= ${now}::timestamptz - interval '1 minute'`,
    { prepared: true },
  );
}

/** Turns a session that was just made into a browser's; from then on its bearer is spent. @returns its id */
export async function claimSession(
  db: Db,
  tokenHash: Uint8Array,
  now: Date,
): Promise<string | null> {
  const [row] = await rows<{ id: string }>(
    db,
    Prisma.sql`
    UPDATE "Session" s SET "kind" = 'browser', "tokenHash" = NULL FROM "User" u
    WHERE s."tokenHash" = ${tokenHash} AND s."expiresAt" > ${now}::timestamptz
      AND u."id" = s."userId" AND NOT u."isDisabled"
    RETURNING s."id"`,
    { prepared: true },
  );
  return row?.id ?? null;
}

/** Who holds this session or token, as it is once no other transaction is changing the user; null when it is gone. */
export async function lockHolder(
  db: Db,
  { id, credential }: Pick<UserActor, "id" | "credential">,
): Promise<Pick<Owner, "role" | "isDisabled"> | null> {
  const table = Prisma.raw(credential.kind === "session" ? `"Session"` : `"AccessToken"`);
  // Two statements: the second one sees what the transaction that held the lock has written.
  await rows(db, Prisma.sql`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR SHARE`);
  const [holder] = await rows<Pick<Owner, "role" | "isDisabled">>(
    db,
    Prisma.sql`
      SELECT u."platformRoleId" AS "role", u."isDisabled" FROM ${table} c JOIN "User" u ON u."id" = c."userId"
      WHERE c."id" = ${credential.id}::uuid`,
  );
  return holder ?? null;
}
