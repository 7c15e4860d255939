// Signing in with a passkey alone, which counts as both factors.
import "server-only";
import type { Context, Tx } from "@/lib/context";
import { createSessionToken, hashToken } from "@/lib/crypto/tokens";
import { transaction } from "@/lib/db/transaction";
import { forbidden, unauthenticated } from "@/lib/errors";
import { signInSettings } from "@/lib/server-settings/effects";
import type { SignedIn } from "@/lib/session/schema";
import { lockAccount, startSession } from "@/lib/session/start-service";
import {
  newChallenge,
  notePasskeyUse,
  provePasskey,
  refusePasskey,
  requestOptionsFor,
  requireRelyingParty,
  type Proof,
} from "./effects";
import type { Assertion, RequestOptions } from "./schema";

/** What a browser has any of its passkeys for this server answer to. */
export async function passkeySignInOptions(ctx: Context): Promise<RequestOptions> {
  const relyingParty = requireRelyingParty(ctx);
  const challenge = await newChallenge(ctx, { purpose: "sign-in", userId: null });
  return requestOptionsFor(relyingParty, challenge, []);
}

interface SignInOptions {
  /** Key material of the session token. */
  secret: string;
  /** The caller is a dashboard (`From-Ui: true`), which some roles may not use. */
  fromDashboard: boolean;
}

/** Unknown passkeys, wrong answers and disabled accounts are refused alike. */
export async function signInWithPasskey(
  ctx: Context,
  credential: Assertion,
  { secret, fromDashboard }: SignInOptions,
): Promise<SignedIn> {
  const proof = await provePasskey(ctx, credential, { purpose: "sign-in", userId: null });
  if (!proof) throw refusal();
  const { username } = proof.key;
  const { sessionMinutes } = await signInSettings(ctx.db);
  const expiresAt = new Date(ctx.now.getTime() + sessionMinutes * 60_000);
  const token = await createSessionToken(secret, { username, issuedAt: ctx.now, expiresAt });
  const made = { tokenHash: hashToken(token), expiresAt, fromDashboard };
  if (!(await transaction(ctx, (tx) => openSession(tx, proof, made)))) {
    await refusePasskey(ctx, proof.key);
    throw refusal();
  }
  return { UserName: username, AuthToken: token };
}

function refusal() {
  return unauthenticated("This passkey does not open an account here. Sign in another way.");
}

interface Made {
  tokenHash: Uint8Array<ArrayBuffer>;
  expiresAt: Date;
  fromDashboard: boolean;
}

/** @returns false where the account or the passkey is not what it was when the answer was checked */
async function openSession(
  tx: Tx,
  proof: Proof,
  { tokenHash, expiresAt, fromDashboard }: Made,
): Promise<boolean> {
  const account = await lockAccount(tx, proof.key.userId);
  if (account?.role !== proof.key.role || account.isDisabled) return false;
  if (fromDashboard && account.deniesDashboard) {
    throw forbidden("Your role does not include the dashboard.");
  }
  if (!(await notePasskeyUse(tx, proof))) return false;
  await startSession(tx, account, {
    kind: "api",
    tokenHash,
    authMethod: "passkey",
    mfa: true,
    identityConfirmedAt: tx.now,
    expiresAt,
  });
  return true;
}
