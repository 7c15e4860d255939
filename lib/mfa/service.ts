// What a user proves who they are by, beside a password: the authenticator app and the codes for when it is lost.
import "server-only";
import { toDataURL } from "qrcode";
import { audit } from "@/lib/audit/audit";
import { requireStanding } from "@/lib/auth/standing";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { invalid, notFound } from "@/lib/errors";
import { countIdentities } from "@/lib/identity/effects";
import { countUsablePasskeys, dropPasskeys } from "@/lib/passkey/effects";
import { currentSessionId, endSessionsOf, noteMfa } from "@/lib/session/effects";
import {
  lockUser,
  readUser,
  requireVersion,
  setMfaEnabled,
  targetOf,
  type StoredUser,
} from "@/lib/user/effects";
import { toWireTime, ZERO_TIME } from "@/lib/wire";
import { mfaAudit } from "./audit";
import { dropTotp, endPreAuthTokensOf, findTotp, putTotp, renewRecoveryCodes } from "./effects";
import { isOffered, signOffer } from "./offer";
import { canHaveTotp, canRenewRecoveryCodes, canResetMfa } from "./policy";
import * as mfa from "./repository";
import type { MfaState, RecoveryCodes, TotpEnrolment, TotpOffer } from "./schema";
import { newKeyUrl, secretIn, usableStep } from "./totp";
import { OFFER_MINUTES } from "./values";

export async function getMfa(ctx: Context, username: string): Promise<MfaState> {
  authorize(ctx, "mfa:read", { user: username });
  const state = await mfa.findState(ctx.db, username);
  if (!state) throw notFound("user", username);
  const [passkeys, identities] = await Promise.all([
    countUsablePasskeys(ctx, state.userId),
    countIdentities(ctx, state.userId),
  ]);
  return {
    totp: state.isMfaEnabled,
    totp_since: state.since ? toWireTime(state.since) : ZERO_TIME,
    recovery_codes_left: state.codesLeft,
    passkeys,
    identities,
    must_enrol: state.mustEnrol,
  };
}

/** Offers a secret, and keeps nothing of it. */
export async function offerTotp(ctx: Context, username: string): Promise<TotpOffer> {
  authorize(ctx, "mfa:begin", { user: username });
  const { id, entity } = await readUser(ctx, username);
  enforce(canHaveTotp(entity));
  const url = newKeyUrl(username);
  return {
    otp_auth_url: url,
    otp_auth_url_signature: signOffer({ userId: id, url }, ctx.now),
    qr_code: await toDataURL(url),
  };
}

/** Takes the secret that was offered, in place of the one before: whoever gives a code of it has it. */
export async function enrolTotp(
  ctx: Context,
  username: string,
  { otp_auth_url: url, otp_auth_url_signature: signature, totp: code }: TotpEnrolment,
): Promise<RecoveryCodes> {
  authorize(ctx, "mfa:enrol", { user: username });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    await requireStanding(tx);
    if (!isOffered({ userId: stored.id, url }, signature, tx.now)) throw notOffered();
    const secret = secretIn(url);
    const before = await findTotp(tx, stored.id);
    const lastStep = before?.secret === secret ? before.lastStep : 0;
    const step = usableStep(secret, { code, now: tx.now, lastStep });
    if (step === null) throw wrongCode();
    enforce(canHaveTotp(stored.entity));
    requireVersion(tx, stored);

    await putTotp(tx, stored.id, { secret, lastStep: step });
    const codes = await renewRecoveryCodes(tx, stored.id);
    await setMfaEnabled(tx, stored.id, true);
    await endPreAuthTokensOf(tx, [stored.id]);
    const sessionId = currentSessionId(tx.actor);
    if (sessionId !== null) await noteMfa(tx, sessionId);
    await audit(tx, mfaAudit, {
      verb: "mfa.enable",
      ...targetOf(stored),
      before: null,
      after: { replaced: before !== null },
    });
    return { recovery_codes: codes };
  });
}

function notOffered() {
  const message = `This secret was offered to somebody else, or more than ${String(OFFER_MINUTES)} minutes ago.`;
  return invalid([{ path: "otp_auth_url_signature", message }]);
}

function wrongCode() {
  const message = "This code is wrong, or was used already. Enter the one that the app shows now.";
  return invalid([{ path: "totp", message }]);
}

/** Makes new recovery codes in place of those before. */
export async function replaceRecoveryCodes(ctx: Context, username: string): Promise<RecoveryCodes> {
  authorize(ctx, "mfa:renew-codes", { user: username });
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    await requireStanding(tx);
    enforce(canRenewRecoveryCodes(stored.entity));
    const codes = await renewRecoveryCodes(tx, stored.id);
    await audit(tx, mfaAudit, {
      verb: "mfa.recovery-codes",
      ...targetOf(stored),
      before: null,
      after: null,
    });
    return { recovery_codes: codes };
  });
}

/** Takes away all that a user signs in by beside the password, and ends their sessions. */
export async function resetMfa(ctx: Context, username: string): Promise<null> {
  authorize(ctx, "mfa:reset");
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    enforce(canResetMfa(tx.actor, stored.entity));
    requireVersion(tx, stored);
    const passkeys = await dropPasskeys(tx, stored.id);
    const hasTotp = stored.entity.is_mfa_enabled;
    if (!hasTotp && passkeys === 0) return null;

    await dropTotp(tx, stored.id);
    if (hasTotp) await setMfaEnabled(tx, stored.id, false);
    const sessions = await endSessionsOf(tx, [stored.id]);
    await auditReset(tx, stored, { passkeys, sessions });
    return null;
  });
}

function auditReset(
  tx: Tx,
  stored: StoredUser,
  { passkeys, sessions }: { passkeys: number; sessions: number },
) {
  return audit(tx, mfaAudit, {
    verb: "mfa.reset",
    ...targetOf(stored),
    before: {
      is_mfa_enabled: stored.entity.is_mfa_enabled,
      ...(passkeys > 0 && { passkeys }),
      ...(sessions > 0 && { sessions }),
    },
    after: { is_mfa_enabled: false },
  });
}
