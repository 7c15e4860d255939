// Signing in with a passkey alone, which counts as both factors.
import "server-only";
import { noteRefusal } from "@/lib/audit/refusals";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { unauthenticated } from "@/lib/errors";
import type { SignedIn } from "@/lib/session/schema";
import {
  lockAccount,
  openSession,
  requireDashboard,
  type SignInOptions,
} from "@/lib/session/start-service";
import { requestOptionsFor, requireRelyingParty } from "./options";
import { notePasskeyUse, provePasskey, type Proof } from "./proof-effects";
import type { Assertion, RequestOptions } from "./schema";

/** What a browser has any of its passkeys for this server answer to. */
export function passkeySignInOptions(ctx: Context): RequestOptions {
  const relyingParty = requireRelyingParty(ctx);
  const asked = { purpose: "sign-in", userId: null } as const;
  return requestOptionsFor({ now: ctx.now, asked, relyingParty }, []);
}

/** Unknown passkeys, wrong answers and disabled accounts are refused alike. */
export async function signInWithPasskey(
  ctx: Context,
  credential: Assertion,
  options: SignInOptions,
): Promise<SignedIn> {
  const proof = await provePasskey(ctx, credential, { purpose: "sign-in", userId: null });
  if (!proof) throw refusal();
  const signedIn = await transaction(ctx, (tx) => letIn(tx, proof, options));
  if (signedIn) return signedIn;
  await noteRefusal(ctx, proof.key.username);
  throw refusal();
}

function refusal() {
  return unauthenticated("This passkey does not open an account here. Sign in another way.");
}

/** @returns null where the account or the passkey is not what it was when the answer was checked */
async function letIn(tx: Tx, proof: Proof, options: SignInOptions): Promise<SignedIn | null> {
  const account = await lockAccount(tx, proof.key.userId);
  if (account?.role !== proof.key.role || account.isDisabled) return null;
  requireDashboard(account, options);
  if (!(await notePasskeyUse(tx, proof))) return null;
  return openSession(tx, account, { secret: options.secret, authMethod: "passkey", mfa: true });
}
