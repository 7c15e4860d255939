// The second step of signing in: a code of the authenticator app, or a recovery code.
import "server-only";
import { audit } from "@/lib/audit/audit";
import { noteRefusal } from "@/lib/audit/refusals";
import { countAttempt } from "@/lib/auth/throttle";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { unauthenticated } from "@/lib/errors";
import type { PreAuthActor } from "@/lib/permissions";
import type { SignedIn } from "@/lib/session/schema";
import {
  accountOf,
  lockAccount,
  openSession,
  requirePasswordSignIn,
  type Account,
  type SignInOptions,
} from "@/lib/session/start-service";
import { mfaAudit } from "./audit";
import { spendRecoveryCode, spendTotp } from "./effects";
import * as mfa from "./repository";
import type { SecondStep } from "./schema";
import { MAX_WRONG_CODES } from "./values";

/** Signs in whoever proved the password before, and gives a code now. */
export async function verifyTotp(
  ctx: Context,
  username: string,
  input: SecondStep,
  options: SignInOptions,
): Promise<SignedIn> {
  authorize(ctx, "mfa:verify", { user: username });
  const { actor } = ctx;
  if (actor.kind !== "pre-auth") throw spent();
  const signedIn = await countAttempt(ctx, "code", username, () =>
    transaction(ctx, (tx) => tryCode(tx, actor, { input, options })),
  );
  if (signedIn) return signedIn;
  await noteRefusal(ctx, username);
  throw unauthenticated("This code is wrong, or was used already. Give another one.");
}

function spent() {
  return unauthenticated("This sign-in has ended. Begin again with your password.");
}

interface Try {
  input: SecondStep;
  options: SignInOptions;
}

/** Of parallel tries each waits for the one before. @returns null where the code is wrong, which is counted then */
async function tryCode(
  tx: Tx,
  { id, tokenHash }: PreAuthActor,
  { input, options }: Try,
): Promise<SignedIn | null> {
  const account = await lockAccount(tx, id);
  const failures = await mfa.findFailures(tx.db, tokenHash, tx.now);
  if (!account || account.isDisabled || failures === null) throw spent();
  if (!(await isRight(tx, account, input))) {
    if (failures + 1 < MAX_WRONG_CODES) await mfa.countFailure(tx.db, tokenHash);
    else await mfa.removePreAuthToken(tx.db, tokenHash);
    return null;
  }
  await requirePasswordSignIn(tx, account, options);
  await mfa.removePreAuthToken(tx.db, tokenHash);
  return openSession(tx, account, { ...options, authMethod: "password", mfa: true });
}

async function isRight(tx: Tx, account: Account, { totp, recovery_code: code }: SecondStep) {
  if (totp !== undefined) return spendTotp(tx, account.userId, totp);
  if (!(await spendRecoveryCode(tx, account.userId, code ?? ""))) return false;
  await audit(tx, mfaAudit, {
    verb: "mfa.use-recovery-code",
    ...accountOf(account),
    before: null,
    after: { left: await mfa.countRecoveryCodes(tx.db, account.userId) },
  });
  return true;
}
