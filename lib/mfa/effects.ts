import "server-only";
import type { Tx } from "@/lib/context";
import { sealAtRest, unsealAtRest } from "@/lib/crypto/at-rest";
import { createToken, hashToken } from "@/lib/crypto/tokens";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes";
import * as mfa from "./repository";
import { usableStep } from "./totp";
import { PRE_AUTH_MINUTES } from "./values";

/** What is given to whoever proved a password and has yet to give a code. @param userId locked */
export async function givePreAuthToken(tx: Tx, userId: string): Promise<string> {
  const token = createToken("mpt_");
  await mfa.createPreAuthToken(tx.db, {
    userId,
    tokenHash: hashToken(token),
    expiresAt: new Date(tx.now.getTime() + PRE_AUTH_MINUTES * 60_000),
  });
  return token;
}

/** For whatever changes a password, a role, MFA or the disabled flag: what was proved before counts no more. */
export function endPreAuthTokensOf(tx: Tx, userIds: readonly string[]): Promise<void> {
  return mfa.removePreAuthTokensOf(tx.db, userIds);
}

/** Uses a code of the app up. @param userId locked @returns whether it was right, and not used before */
export async function spendTotp(tx: Tx, userId: string, code: string): Promise<boolean> {
  const stored = await findTotp(tx, userId);
  const step = stored && usableStep(stored.secret, { ...stored, code, now: tx.now });
  return step !== null && mfa.spendStep(tx.db, userId, step);
}

/** A user's secret, in base32, and the newest step that was used. */
export async function findTotp({ db }: Pick<Tx, "db">, userId: string) {
  const stored = await mfa.findTotp(db, userId);
  if (!stored) return null;
  const sealed = Buffer.from(stored.sealedSecret, "base64");
  return { secret: unsealAtRest(contextOf(userId), sealed), lastStep: stored.lastStep };
}

interface NewTotp {
  secret: string;
  /** That of the code which completed the enrolment. */
  lastStep: number;
}

/** @param userId locked */
export function putTotp(tx: Tx, userId: string, { secret, lastStep }: NewTotp): Promise<void> {
  const sealedSecret = sealAtRest(contextOf(userId), secret).toString("base64");
  return mfa.putTotp(tx.db, userId, { sealedSecret, lastStep, createdAt: tx.now });
}

function contextOf(userId: string): string {
  return `totp:${userId}`;
}

/** Uses a recovery code up. @param userId locked @returns whether it was right */
export function spendRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  return mfa.spendRecoveryCode(tx.db, userId, hashRecoveryCode(userId, code));
}

/** @param userId locked @returns the codes, which nobody can look up later */
export async function renewRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(userId, code));
  await mfa.putRecoveryCodes(tx.db, userId, hashes);
  return codes;
}

/** Without a word of it in the user's own row. @param userId locked */
export async function dropTotp(tx: Tx, userId: string): Promise<void> {
  await mfa.removeTotp(tx.db, userId);
  await mfa.removePreAuthTokensOf(tx.db, [userId]);
}
