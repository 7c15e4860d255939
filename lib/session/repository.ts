import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { mustEnrolMfa } from "@/lib/db/must-enrol";
import { Prisma as Sql, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { toWireTime } from "@/lib/wire";
import type { Session } from "./schema";

const sessionSelect = {
  id: true,
  kind: true,
  authMethod: true,
  mfa: true,
  ip: true,
  userAgent: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  user: { select: { username: true } },
} satisfies Prisma.SessionSelect;
type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

const MAX_LISTED = 1000;

/** The live sessions of a user, newest first. */
export async function findByUser(
  db: Db,
  userId: string,
  { now, currentId }: { now: Date; currentId: string | null },
): Promise<Session[]> {
  const found = await db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: sessionSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MAX_LISTED,
  });
  return found.map((row) => toSession(row, currentId));
}

function toSession({ user, ...row }: SessionRow, currentId: string | null): Session {
  return {
    id: row.id,
    user_name: user.username,
    kind: row.kind === "browser" ? "browser" : "api",
    auth_method: row.authMethod,
    mfa: row.mfa,
    ip: row.ip,
    user_agent: row.userAgent,
    created_at: toWireTime(row.createdAt),
    last_seen: toWireTime(row.lastSeenAt),
    expires_at: toWireTime(row.expiresAt),
    current: row.id === currentId,
  };
}

/** The username of the session's owner, while the session lives. */
export async function findOwner(db: Db, id: string, now: Date): Promise<string | null> {
  const found = await db.session.findUnique({
    where: { id, expiresAt: { gt: now } },
    select: { user: { select: { username: true } } },
  });
  return found?.user.username ?? null;
}

interface NewSession {
  userId: string;
  kind: "api" | "browser";
  /** Null for a browser's, which is found by its id. */
  tokenHash: Uint8Array<ArrayBuffer> | null;
  authMethod: string;
  mfa: boolean;
  ip: string;
  userAgent: string;
  now: Date;
  identityConfirmedAt: Date;
  expiresAt: Date;
}

/** @returns the new session's id */
export async function create(db: Db, { now, ...input }: NewSession): Promise<string> {
  const { id } = await db.session.create({
    data: { ...input, createdAt: now, lastSeenAt: now },
    select: { id: true },
  });
  return id;
}

export async function confirmIdentity(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { identityConfirmedAt: now } });
}

export async function noteMfa(db: Db, id: string): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { mfa: true } });
}

/** @returns how many there were */
export async function removeById(db: Db, id: string): Promise<number> {
  return (await db.session.deleteMany({ where: { id } })).count;
}

/** @returns how many there were */
export async function removeByUsers(
  db: Db,
  userIds: string[],
  exceptId: string | null,
): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { userId: { in: userIds }, ...(exceptId !== null && { id: { not: exceptId } }) },
  });
  return count;
}

export async function removeExpired(db: Db, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } });
}

export interface Credentials {
  userId: string;
  username: string;
  displayName: string;
  /** Null for an account that signs in elsewhere. */
  passwordHash: string | null;
  role: PlatformRole;
  isDisabled: boolean;
  isMfaEnabled: boolean;
  mustEnrolMfa: boolean;
  deniesDashboard: boolean;
}

export async function findCredentials(db: Db, username: string): Promise<Credentials | null> {
  const [found] = await rows<Credentials>(
    db,
    Sql.sql`${credentials} WHERE u."username" = ${username}`,
  );
  return found ?? null;
}

/** As they are once no other transaction is changing them. */
export async function lockCredentials(db: Db, userId: string): Promise<Credentials | null> {
  const [found] = await rows<Credentials>(
    db,
    Sql.sql`${credentials} WHERE u."id" = ${userId}::uuid FOR UPDATE OF u`,
  );
  return found ?? null;
}

// Raw for the row lock; one statement for both, so that they read the same.
const credentials = Sql.sql`
  SELECT u."id" AS "userId", u."username", u."displayName", u."passwordHash", u."platformRoleId" AS "role", u."isDisabled",
    u."isMfaEnabled", ${mustEnrolMfa} AS "mustEnrolMfa",
    r."denyDashboardAccess" AS "deniesDashboard"
  FROM "User" u JOIN "Role" r ON r."id" = u."platformRoleId"`;
