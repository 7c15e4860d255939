// Second factors for tests, and what is made with them.
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { givePreAuthToken, putTotp, renewRecoveryCodes } from "@/lib/mfa/effects";
import { codeOfStep, newKeyUrl, secretIn, stepAt } from "@/lib/mfa/totp";
import type { HalfSignedIn, SignedIn } from "@/lib/session/schema";
import { bearer, type Caller, type TestUser } from "./factories";

export interface TestTotp {
  /** In base32. */
  secret: string;
  recoveryCodes: string[];
}

/** As if somebody had enrolled some time ago: every code of now is unused. */
export async function enrolTotp({ username }: Pick<TestUser, "username">): Promise<TestTotp> {
  const secret = secretIn(newKeyUrl(username));
  return transaction(systemContext({ userAgent: "test" }), async (tx) => {
    const { id } = await tx.db.user.update({
      where: { username },
      data: { isMfaEnabled: true },
      select: { id: true },
    });
    await putTotp(tx, id, { secret, lastStep: 0 });
    return { secret, recoveryCodes: await renewRecoveryCodes(tx, id) };
  });
}

/** What the app shows now, or some steps of 30 s from now. */
export function codeOf(secret: string, steps = 0): string {
  return codeOfStep(secret, stepAt(new Date()) + steps);
}

/** A code that no step around now has. */
export function wrongCodeOf(secret: string): string {
  const near = [-3, -2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps));
  const codes = near.map((_, number) => String(number).repeat(6));
  return codes.find((code) => !near.includes(code)) ?? "777777";
}

/** Somebody who gave the password, and has yet to give a code. */
export async function aPreAuthToken({ id }: TestUser): Promise<Caller & { token: string }> {
  const token = await transaction(systemContext({ userAgent: "test" }), (tx) =>
    givePreAuthToken(tx, id),
  );
  return { token, ...bearer(token) };
}

/** The bearer of a sign-in that asks for no code. */
export function sessionTokenIn(answer: SignedIn | HalfSignedIn): string {
  if ("AuthToken" in answer) return answer.AuthToken;
  throw new Error(`${answer.user_name} is asked for a code.`);
}

/** The token of a sign-in that asks for a code. */
export function preAuthTokenIn(answer: SignedIn | HalfSignedIn): string {
  if ("pre_auth_token" in answer) return answer.pre_auth_token;
  throw new Error(`${answer.UserName} is asked for no code.`);
}

export async function withMfaEnforced(work: () => Promise<unknown>): Promise<void> {
  const { serverSetting } = database().prisma;
  await serverSetting.update({ where: { id: 1 }, data: { mfaEnforced: true } });
  try {
    await work();
  } finally {
    await serverSetting.update({ where: { id: 1 }, data: { mfaEnforced: false } });
  }
}
