import "server-only";
import type { Db } from "@/lib/db/client";
import { mustEnrolMfa } from "@/lib/db/must-enrol";
import { Prisma, rows } from "@/lib/db/sql";

interface State {
  userId: string;
  isMfaEnabled: boolean;
  /** Null without TOTP. */
  since: Date | null;
  codesLeft: number;
  mustEnrol: boolean;
}

export async function findState(db: Db, username: string): Promise<State | null> {
  // Raw, because the setting of the server is part of it.
  const [found] = await rows<State>(
    db,
    Prisma.sql`
    SELECT u."id" AS "userId", u."isMfaEnabled", t."createdAt" AS "since", ${mustEnrolMfa} AS "mustEnrol",
      (SELECT count(*) FROM "RecoveryCode" c WHERE c."userId" = u."id")::int AS "codesLeft"
    FROM "User" u LEFT JOIN "TotpSecret" t ON t."userId" = u."id" WHERE u."username" = ${username}`,
  );
  return found ?? null;
}

export interface StoredTotp {
  sealedSecret: string;
  lastStep: number;
}

export function findTotp(db: Db, userId: string): Promise<StoredTotp | null> {
  return db.totpSecret.findUnique({
    where: { userId },
    select: { sealedSecret: true, lastStep: true },
  });
}

/** In place of the one before. */
export async function putTotp(
  db: Db,
  userId: string,
  totp: StoredTotp & { createdAt: Date },
): Promise<void> {
  await db.totpSecret.upsert({
    where: { userId },
    create: { userId, ...totp },
    update: totp,
    select: { userId: true },
  });
}

/** @returns false where it, or a later one, was used already */
export async function spendStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { count } = await db.totpSecret.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** In place of those before. */
export async function putRecoveryCodes(
  db: Db,
  userId: string,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
}

/** @returns whether there was such a code */
export async function spendRecoveryCode(
  db: Db,
  userId: string,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return (await db.recoveryCode.deleteMany({ where: { userId, codeHash } })).count === 1;
}

export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId } });
}

export async function removeTotp(db: Db, userId: string): Promise<void> {
  await db.totpSecret.deleteMany({ where: { userId } });
  await db.recoveryCode.deleteMany({ where: { userId } });
}

interface NewPreAuthToken {
  userId: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  expiresAt: Date;
}

export async function createPreAuthToken(db: Db, token: NewPreAuthToken): Promise<void> {
  await db.preAuthToken.create({ data: token, select: { userId: true } });
}

/** @returns how many codes were wrong with it; null where it is no longer good */
export async function findFailures(
  db: Db,
  tokenHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<number | null> {
  const found = await db.preAuthToken.findUnique({
    where: { tokenHash, expiresAt: { gt: now } },
    select: { failures: true },
  });
  return found?.failures ?? null;
}

export async function countFailure(db: Db, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.preAuthToken.updateMany({ where: { tokenHash }, data: { failures: { increment: 1 } } });
}

export async function removePreAuthToken(
  db: Db,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.preAuthToken.deleteMany({ where: { tokenHash } });
}

export async function removePreAuthTokensOf(db: Db, userIds: readonly string[]): Promise<void> {
  await db.preAuthToken.deleteMany({ where: { userId: { in: [...userIds] } } });
}

export async function removeExpiredPreAuthTokens(db: Db, now: Date): Promise<void> {
  await db.preAuthToken.deleteMany({ where: { expiresAt: { lte: now } } });
}
