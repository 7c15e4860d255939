// The session that every way of signing in ends with.
import "server-only";
import { audit } from "@/lib/audit/audit";
import { configuredProviders } from "@/lib/auth/providers";
import { relyingPartyId } from "@/lib/auth/relying-party";
import type { Tx } from "@/lib/context";
import type { UserActor } from "@/lib/permissions";
import { createSessionToken, hashToken } from "@/lib/crypto/tokens";
import { forbidden } from "@/lib/errors";
import { formatChoice } from "@/lib/format";
import { signInSettings } from "@/lib/server-settings/effects";
import { noteSignIn, targetOf } from "@/lib/user/effects";
import { sessionAudit } from "./audit";
import * as sessions from "./repository";
import type { SignedIn } from "./schema";

export type Account = sessions.Credentials;

/** The account as nobody else can change it before this transaction ends. */
export function lockAccount(tx: Tx, userId: string): Promise<Account | null> {
  return sessions.lockCredentials(tx.db, userId);
}

export interface SignInOptions {
  /** Key material of the session token. */
  secret: string;
  /** The caller is a dashboard (`From-Ui: true`), which some roles may not use. */
  fromDashboard: boolean;
}

/** @throws AppError `forbidden` for whoever may not sign in with a password here, or like this */
export async function requirePasswordSignIn(
  { db, client }: Pick<Tx, "db" | "client">,
  account: Account,
  options: Pick<SignInOptions, "fromDashboard">,
): Promise<void> {
  const { basicAuth } = await signInSettings(db);
  if (!basicAuth && account.role !== "super-admin") {
    throw forbidden(
      passwordsOff([
        ...configuredProviders().map(({ name }) => name),
        ...(relyingPartyId({ client }) === null ? [] : ["a passkey"]),
      ]),
    );
  }
  requireDashboard(account, options);
}

/** @param others what one signs in with instead */
function passwordsOff(others: readonly string[]): string {
  const refusal = "Signing in with a password is switched off on this server.";
  return others.length === 0 ? refusal : `${refusal} Sign in with ${formatChoice(others)}.`;
}

/** @throws AppError `forbidden` for a dashboard that the role does not include */
export function requireDashboard(
  account: Account,
  { fromDashboard }: Pick<SignInOptions, "fromDashboard">,
): void {
  if (fromDashboard && account.deniesDashboard) {
    throw forbidden("Your role does not include the dashboard.");
  }
}

interface Opening extends Pick<SignInOptions, "secret"> {
  authMethod: string;
  mfa: boolean;
}

/** Signs in with a bearer whom all rules let in. @param account locked */
export async function openSession(
  tx: Tx,
  account: Account,
  { secret, authMethod, mfa }: Opening,
): Promise<SignedIn> {
  const { sessionMinutes } = await signInSettings(tx.db);
  const expiresAt = new Date(tx.now.getTime() + sessionMinutes * 60_000);
  const { username } = account;
  const token = await createSessionToken(secret, { username, issuedAt: tx.now, expiresAt });
  await startSession(tx, account, {
    kind: "api",
    tokenHash: hashToken(token),
    authMethod,
    mfa,
    identityConfirmedAt: tx.now,
    expiresAt,
  });
  return { UserName: username, AuthToken: token };
}

type NewSession = Pick<
  Parameters<typeof sessions.create>[1],
  "kind" | "tokenHash" | "authMethod" | "mfa" | "identityConfirmedAt" | "expiresAt"
>;

/** Signs in whom all rules let in. @param account locked @returns the session's id */
export async function startSession(tx: Tx, account: Account, made: NewSession): Promise<string> {
  const { userId } = account;
  const { ip, userAgent } = tx.client;
  const sessionId = await sessions.create(tx.db, { ...made, userId, ip, userAgent, now: tx.now });
  await noteSignIn(tx, userId);
  const asUser: Tx = { ...tx, actor: signedInActor(account, { sessionId, kind: made.kind, tx }) };
  await audit(asUser, sessionAudit, {
    verb: "session.create",
    ...accountOf(account),
    before: null,
    after: { auth_method: made.authMethod },
  });
  return sessionId;
}

interface Started {
  sessionId: string;
  kind: "api" | "browser";
  tx: Tx;
}

function signedInActor(
  { userId, username, role, mustEnrolMfa }: Account,
  { sessionId, kind, tx }: Started,
): UserActor {
  const credential = {
    kind: "session",
    id: sessionId,
    sessionKind: kind,
    identityConfirmedAt: tx.now.getTime(),
    mustEnrolMfa,
  } as const;
  return { kind: "user", id: userId, username, role, credential, administers: [] };
}

/** Opens what needs a recent identity check. @param account locked */
export async function confirmSession(tx: Tx, sessionId: string, account: Account): Promise<void> {
  await sessions.confirmIdentity(tx.db, sessionId, tx.now);
  await audit(tx, sessionAudit, {
    verb: "session.confirm-identity",
    ...accountOf(account),
    before: null,
    after: null,
  });
}

/** How an account stands in an audit entry. */
export function accountOf({ userId, username, displayName }: Account) {
  return targetOf({ id: userId, entity: { username, display_name: displayName } });
}
