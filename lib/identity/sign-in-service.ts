// Decides who comes in of those whom a provider vouches for, in the order of the specification.
import "server-only";
import type { Decision } from "@/lib/auth/single-sign-on/decision";
import type { ProvenIdentity } from "@/lib/auth/single-sign-on/proven-identity";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { AppError, conflict } from "@/lib/errors";
import { signUpVouched } from "@/lib/invite/sign-up-service";
import { askToJoin } from "@/lib/pending-user/effects";
import type { UserActor } from "@/lib/permissions";
import { mayAskToJoin, signInSettings } from "@/lib/server-settings/effects";
import { noteMfa } from "@/lib/session/effects";
import { confirmSession, lockAccount, startSession } from "@/lib/session/start-service";
import { findUsers } from "@/lib/user/effects";
import { displayName } from "@/lib/user/schema";
import { isEmail, newUsername } from "@/lib/user/username";
import { insertIdentity } from "./effects";
import * as identities from "./repository";

const ATTEMPTS = 3;

/** Of those who come at once with the same identity or the same invite, one finds what another has made. */
export async function signInByProvider(ctx: Context, proven: ProvenIdentity): Promise<Decision> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(ctx, (tx) => decide(tx, proven));
    } catch (error) {
      const hasLost = error instanceof AppError && error.code === "conflict";
      if (!hasLost || attempt === ATTEMPTS) throw error;
    }
  }
}

async function decide(tx: Tx, proven: ProvenIdentity): Promise<Decision> {
  const holder = await identities.findHolder(tx.db, proven);
  if (holder) return signInHolder(tx, holder, proven);

  const decision = await decideOnStranger(tx, proven);
  // Each statement sees what others have made before it: the account may have come between two of them.
  if (decision.kind !== "signed-in" && (await identities.findHolder(tx.db, proven))) {
    throw conflict("This identity was linked just now.");
  }
  return decision;
}

async function decideOnStranger(tx: Tx, proven: ProvenIdentity): Promise<Decision> {
  const username = usernameOf(proven);
  if (username === null) return { kind: "email" };
  if ((await findUsers(tx, [username])).length > 0) return { kind: "has-account" };

  const { provider, issuer, subject } = proven;
  const named = { displayName: displayNameOf(proven), subject };
  const invited = await signUpVouched(tx, username, named);
  if (invited !== null) {
    const linked = { userId: invited, provider, issuer, subject, email: username };
    await insertIdentity(tx, linked);
    return openSession(tx, invited, proven);
  }
  const [, domain = ""] = username.split("@");
  if (!(await mayAskToJoin(tx.db, domain))) return { kind: "domain" };
  const asked = await askToJoin(tx, { ...named, username, provider, issuer });
  return { kind: asked === "full" ? "domain" : asked };
}

async function signInHolder(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
  proven: ProvenIdentity,
): Promise<Decision> {
  const account = await lockHolder(tx, userId, proven);
  if (!account) throw conflict("This identity was unlinked just now.");
  if (account.isDisabled) return { kind: "disabled" };
  await noteUse(tx, id, proven);
  return openSession(tx, userId, proven);
}

/** The account whose identity it still is, once nobody else can change it. */
async function lockHolder(tx: Tx, userId: string, proven: ProvenIdentity) {
  const account = await lockAccount(tx, userId);
  const holder = await identities.findHolder(tx.db, proven);
  return holder?.userId === userId ? account : null;
}

function noteUse(tx: Tx, id: string, { provider, email }: ProvenIdentity): Promise<void> {
  return identities.touch(tx.db, id, {
    provider,
    email: email?.toLowerCase() ?? null,
    now: tx.now,
  });
}

async function openSession(tx: Tx, userId: string, proven: ProvenIdentity): Promise<Decision> {
  const account = await lockAccount(tx, userId);
  if (!account) throw conflict("This account was deleted just now.");
  const { sessionMinutes } = await signInSettings(tx.db);
  const sessionId = await startSession(tx, account, {
    kind: "browser",
    tokenHash: null,
    authMethod: "oidc",
    mfa: proven.hasMfa,
    identityConfirmedAt: proven.isFresh ? tx.now : new Date(0),
    expiresAt: new Date(tx.now.getTime() + sessionMinutes * 60_000),
  });
  return { kind: "signed-in", sessionId, username: account.username };
}

/** The name of an account of theirs; null where the provider vouches for no address that could be one. */
function usernameOf({ email }: ProvenIdentity): string | null {
  if (email === null || !isEmail(email)) return null;
  return newUsername.safeParse(email).data ?? null;
}

const LONGEST_NAME = 128;

/** What cannot stand in a name here is no name. */
function displayNameOf({ name }: ProvenIdentity): string {
  const cut = Array.from(name).slice(0, LONGEST_NAME).join("");
  return displayName.safeParse(cut).data ?? "";
}

/** Confirms who a browser's user is, by an identity of theirs that a provider has just asked for. */
export async function confirmByProvider(
  ctx: Context & { actor: UserActor },
  proven: ProvenIdentity,
): Promise<boolean> {
  const { actor } = ctx;
  authorize(ctx, "identity:validate", { user: actor.username });
  if (!proven.isFresh) return false;
  return transaction(ctx, async (tx) => {
    const account = await lockHolder(tx, actor.id, proven);
    const holder = await identities.findHolder(tx.db, proven);
    if (!account || !holder || account.isDisabled) return false;
    await noteUse(tx, holder.id, proven);
    if (proven.hasMfa) await noteMfa(tx, actor.credential.id);
    await confirmSession(tx, actor.credential.id, account);
    return true;
  });
}
