import "server-only";
import { audit } from "@/lib/audit/audit";
import { auditRefusal } from "@/lib/audit/refusals";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context, Tx } from "@/lib/context";
import { verifyPassword } from "@/lib/crypto/passwords";
import { createSessionToken, hashToken } from "@/lib/crypto/tokens";
import { transaction } from "@/lib/db/transaction";
import { conflict, forbidden, unauthenticated } from "@/lib/errors";
import { authorize, type UserActor } from "@/lib/permissions";
import { signInSettings } from "@/lib/server-settings/effects";
import { currentSessionId } from "./effects";
import * as sessions from "./repository";
import type { SignedIn, SignIn } from "./schema";

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
  return startSession(ctx, found, options);
}

function refusal() {
  return unauthenticated("Username or password is not right, or the account is disabled.");
}

async function startSession(
  ctx: Context,
  checked: sessions.Credentials,
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
  checked: sessions.Credentials,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Promise<void> {
  const { userId } = checked;
  const current = await sessions.lockCredentials(tx.db, userId);
  if (!current || !isSame(current, checked)) throw refusal();
  const sessionId = await sessions.create(tx.db, {
    userId,
    tokenHash: hashToken(token),
    authMethod: "password",
    mfa: false,
    ip: tx.client.ip,
    userAgent: tx.client.userAgent,
    now: tx.now,
    expiresAt,
  });
  await sessions.touchLastLogin(tx.db, userId, tx.now);
  const asUser: Tx = { ...tx, actor: signedInActor(current, sessionId, tx.now) };
  await audit(asUser, {
    verb: "session.create",
    targetType: "user",
    target: current.username,
    targetUserId: userId,
    before: null,
    after: { auth_method: "password" },
  });
}

/** A password change, a role change or a disabling that came between the check and the session wins. */
function isSame(current: sessions.Credentials, checked: sessions.Credentials): boolean {
  return (
    current.passwordHash === checked.passwordHash &&
    current.role === checked.role &&
    !current.isDisabled
  );
}

function signedInActor(
  { userId, username, role }: sessions.Credentials,
  sessionId: string,
  now: Date,
): UserActor {
  const credential = {
    kind: "session",
    id: sessionId,
    sessionKind: "api",
    identityConfirmedAt: now.getTime(),
  } as const;
  return { kind: "user", id: userId, username, role, credential };
}

/** Confirms who the caller is; with a session, opens the actions that need it for 10 minutes. */
export async function validateIdentity(
  ctx: Context,
  username: string,
  password: string,
): Promise<{ identity_validated: boolean }> {
  authorize(ctx.actor, "identity:validate", username);
  const found = await sessions.findCredentials(ctx.db, username);
  if (!found?.passwordHash) throw conflict("This account has no password.");
  const isRight = await countAttempt(ctx, "password", username, () =>
    verifyPassword(found.passwordHash, password),
  );
  const sessionId = currentSessionId(ctx.actor);
  if (isRight && sessionId !== null) {
    await transaction(ctx, (tx) => confirmIdentity(tx, sessionId, found));
  }
  return { identity_validated: isRight };
}

async function confirmIdentity(tx: Tx, sessionId: string, checked: sessions.Credentials) {
  const current = await sessions.lockCredentials(tx.db, checked.userId);
  if (!current || !isSame(current, checked)) throw refusal();
  await sessions.confirmIdentity(tx.db, sessionId, tx.now);
  await audit(tx, {
    verb: "session.confirm-identity",
    targetType: "user",
    target: checked.username,
    targetUserId: checked.userId,
    before: null,
    after: null,
  });
}
