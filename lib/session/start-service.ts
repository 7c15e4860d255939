// The session that every way of signing in ends with.
import "server-only";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/context";
import type { UserActor } from "@/lib/permissions";
import { noteSignIn, targetOf } from "@/lib/user/effects";
import { sessionAudit } from "./audit";
import * as sessions from "./repository";

export type Account = sessions.Credentials;

/** The account as nobody else can change it before this transaction ends. */
export function lockAccount(tx: Tx, userId: string): Promise<Account | null> {
  return sessions.lockCredentials(tx.db, userId);
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
  { userId, username, role }: Account,
  { sessionId, kind, tx }: Started,
): UserActor {
  const credential = {
    kind: "session",
    id: sessionId,
    sessionKind: kind,
    identityConfirmedAt: tx.now.getTime(),
    mustEnrolMfa: false,
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

function accountOf({ userId, username, displayName }: Account) {
  return targetOf({ id: userId, entity: { username, display_name: displayName } });
}
