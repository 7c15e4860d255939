import "server-only";
import { auditRefusal } from "@/lib/audit/refusals";
import { countAttempt } from "@/lib/auth/throttle";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/crypto/passwords";
import { createSessionToken, hashToken } from "@/lib/crypto/tokens";
import { transaction } from "@/lib/db/transaction";
import { conflict, forbidden, unauthenticated } from "@/lib/errors";
import { signInSettings } from "@/lib/server-settings/effects";
import { renewHash } from "@/lib/user/effects";
import { currentSessionId } from "./effects";
import * as sessions from "./repository";
import type { SignedIn, SignIn } from "./schema";
import { confirmSession, lockAccount, startSession } from "./start-service";

interface SignInOptions {
  /** Key material of the session token. */
  secret: string;
  /** The caller is a dashboard (`From-Ui: true`), which some roles may not use. */
  fromDashboard: boolean;
}

/**
 * Signs in with a password. Unknown user, wrong password, disabled account and an account without a password
 * are refused alike and after the same work.
 */
export async function authenticate(
  ctx: Context,
  input: SignIn,
  options: SignInOptions,
): Promise<SignedIn> {
  const username = input.username.toLowerCase();
  const found = await sessions.findCredentials(ctx.db, username);
  const isRight = await countAttempt(ctx, "password", username, () =>
    verifyPassword(found?.passwordHash ?? null, input.password),
  );
  if (!found || !isRight || found.isDisabled) {
    await transaction(ctx, (tx) => auditRefusal(tx, username));
    throw refusal();
  }
  return openSession(ctx, { ...found, password: input.password }, options);
}

/** What was checked, with the password that was right for it. */
interface Checked extends sessions.Credentials {
  password: string;
}

function refusal() {
  return unauthenticated("Wrong username or password.");
}

async function openSession(
  ctx: Context,
  checked: Checked,
  { secret, fromDashboard }: SignInOptions,
): Promise<SignedIn> {
  const { basicAuth, sessionMinutes } = await signInSettings(ctx.db);
  if (!basicAuth && checked.role !== "super-admin") {
    throw forbidden("Signing in with a password is switched off on this server.");
  }
  if (fromDashboard && checked.deniesDashboard) {
    throw forbidden("Your role does not include the dashboard.");
  }
  const expiresAt = new Date(ctx.now.getTime() + sessionMinutes * 60_000);
  const { username } = checked;
  const token = await createSessionToken(secret, { username, issuedAt: ctx.now, expiresAt });
  await transaction(ctx, (tx) => storeSession(tx, checked, { token, expiresAt }));
  return { UserName: username, AuthToken: token };
}

async function storeSession(
  tx: Tx,
  checked: Checked,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Promise<void> {
  const current = await lockChecked(tx, checked);
  await startSession(tx, current, {
    kind: "api",
    tokenHash: hashToken(token),
    authMethod: "password",
    mfa: false,
    identityConfirmedAt: tx.now,
    expiresAt,
  });
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
  password: string,
): Promise<{ identity_validated: boolean }> {
  authorize(ctx, "identity:validate", { user: username });
  const found = await sessions.findCredentials(ctx.db, username);
  if (!found?.passwordHash) throw conflict("This account has no password.");
  const isRight = await countAttempt(ctx, "password", username, () =>
    verifyPassword(found.passwordHash, password),
  );
  const sessionId = currentSessionId(ctx.actor);
  if (isRight && sessionId !== null) {
    await transaction(ctx, (tx) => confirmIdentity(tx, sessionId, { ...found, password }));
  }
  return { identity_validated: isRight };
}

async function confirmIdentity(tx: Tx, sessionId: string, checked: Checked): Promise<void> {
  await confirmSession(tx, sessionId, await lockChecked(tx, checked));
}
