import "server-only";
import { noteRefusal } from "@/lib/audit/refusals";
import { countAttempt } from "@/lib/auth/throttle";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/crypto/passwords";
import { transaction } from "@/lib/db/transaction";
import { conflict, unauthenticated } from "@/lib/errors";
import { givePreAuthToken, spendTotp } from "@/lib/mfa/effects";
import { countUsablePasskeys } from "@/lib/passkey/effects";
import { notePasskeyUse, provePasskey } from "@/lib/passkey/proof-effects";
import type { Assertion } from "@/lib/passkey/schema";
import { renewHash } from "@/lib/user/effects";
import { currentSessionId, noteMfa } from "./effects";
import * as sessions from "./repository";
import type { HalfSignedIn, IdentityCheck, SignedIn, SignIn } from "./schema";
import {
  confirmSession,
  lockAccount,
  openSession,
  requirePasswordSignIn,
  type Account,
  type SignInOptions,
} from "./start-service";

/**
 * Signs in with a password. Unknown user, wrong password, disabled account and an account without a password
 * are refused alike and after the same work.
 */
export async function authenticate(
  ctx: Context,
  input: SignIn,
  options: SignInOptions,
): Promise<SignedIn | HalfSignedIn> {
  const username = input.username.toLowerCase();
  const found = await sessions.findCredentials(ctx.db, username);
  const isRight = await countAttempt(ctx, "password", username, () =>
    verifyPassword(found?.passwordHash ?? null, input.password),
  );
  if (!found || !isRight || found.isDisabled) {
    await noteRefusal(ctx, username);
    throw refusal();
  }
  await requirePasswordSignIn(ctx, found, options);
  return transaction(ctx, (tx) => letIn(tx, { ...found, password: input.password }, options));
}

/** What was checked, with the password that was right for it. */
interface Checked extends sessions.Credentials {
  password: string;
}

function refusal() {
  return unauthenticated("Wrong username or password.");
}

/** With MFA no session comes of the password alone. */
async function letIn(
  tx: Tx,
  checked: Checked,
  { secret }: SignInOptions,
): Promise<SignedIn | HalfSignedIn> {
  const current = await lockChecked(tx, checked);
  if (!current.isMfaEnabled) {
    return openSession(tx, current, { secret, authMethod: "password", mfa: false });
  }
  const { userId, username } = current;
  return { user_name: username, pre_auth_token: await givePreAuthToken(tx, userId) };
}

/**
 * The account as nobody else can change it before this transaction ends, its hash brought up to today's cost.
 * @throws AppError `unauthenticated`: a password change, a role change or a disabling that came between the
 *   check and the lock wins
 */
async function lockChecked(tx: Tx, checked: Checked): Promise<sessions.Credentials> {
  const current = await lockAccount(tx, checked.userId);
  if (current?.role !== checked.role || current.isDisabled) throw refusal();
  if (!(await hasSamePassword(current, checked))) throw refusal();
  if (current.passwordHash !== null && needsRehash(current.passwordHash)) {
    await renewHash(tx, current.userId, await hashPassword(checked.password));
  }
  return current;
}

/** A parallel sign-in may have brought the hash up to date: another hash need not be another password. */
async function hasSamePassword(current: sessions.Credentials, checked: Checked): Promise<boolean> {
  if (current.passwordHash === checked.passwordHash) return true;
  return verifyPassword(current.passwordHash, checked.password);
}

/** Confirms who the caller is; with a session, opens the actions that need it for 10 minutes. */
export async function validateIdentity(
  ctx: Context,
  username: string,
  check: IdentityCheck,
): Promise<{ identity_validated: boolean }> {
  authorize(ctx, "identity:validate", { user: username });
  if (check.password !== undefined) return confirmByPassword(ctx, username, check.password);
  if (check.totp !== undefined) return confirmByTotp(ctx, username, check.totp);
  if (check.credential !== undefined) return confirmByPasskey(ctx, username, check.credential);
  throw new Error("The body of an identity check has one of three keys.");
}

async function confirmByPassword(ctx: Context, username: string, password: string) {
  const found = await sessions.findCredentials(ctx.db, username);
  if (!found?.passwordHash) throw conflict("This account has no password.");
  const isRight = await countAttempt(ctx, "password", username, () =>
    verifyPassword(found.passwordHash, password),
  );
  if (!isRight) await noteRefusal(ctx, username);
  const sessionId = currentSessionId(ctx.actor);
  if (isRight && sessionId !== null) {
    await transaction(ctx, async (tx) =>
      confirmSession(tx, sessionId, await lockChecked(tx, { ...found, password })),
    );
  }
  return { identity_validated: isRight };
}

/** A code that was right is used up, whoever asks. */
async function confirmByTotp(ctx: Context, username: string, code: string) {
  const found = await sessions.findCredentials(ctx.db, username);
  if (!found?.isMfaEnabled) throw conflict("This account has no authenticator app.");
  const isRight = await countAttempt(ctx, "code", username, () =>
    transaction(ctx, async (tx) => {
      const account = await lockAccount(tx, found.userId);
      if (!account || account.isDisabled) return false;
      if (!(await spendTotp(tx, account.userId, code))) return false;
      await confirmByFactor(tx, account);
      return true;
    }),
  );
  if (!isRight) await noteRefusal(ctx, username);
  return { identity_validated: isRight };
}

/** What was given counts for the session as if it had begun with it. @param account locked */
async function confirmByFactor(tx: Tx, account: Account): Promise<void> {
  const sessionId = currentSessionId(tx.actor);
  if (sessionId === null) return;
  await noteMfa(tx, sessionId);
  await confirmSession(tx, sessionId, account);
}

async function confirmByPasskey(ctx: Context, username: string, credential: Assertion) {
  const found = await sessions.findCredentials(ctx.db, username);
  if (!found || (await countUsablePasskeys(ctx, found.userId)) === 0) {
    throw conflict("This account has no passkey that works at this address.");
  }
  const { userId } = found;
  const proof = await provePasskey(ctx, credential, { purpose: "confirm", userId });
  if (!proof) return { identity_validated: false };
  const isNoted = await transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, userId);
    if (!account || account.isDisabled || !(await notePasskeyUse(tx, proof))) return false;
    await confirmByFactor(tx, account);
    return true;
  });
  if (!isNoted) await noteRefusal(ctx, username);
  return { identity_validated: isNoted };
}
