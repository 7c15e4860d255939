import { z } from "zod";
import { defineContracts, wrapped } from "@/lib/api/contract";
import { signedIn } from "@/lib/session/schema";
import { user } from "@/lib/user/schema";
import { mfaPath, mfaState, recoveryCodes, secondStep, totpEnrolment, totpOffer } from "./schema";

const path = "/api/users/{username}/auth";
const about = { kind: "user", in: "path", name: "username" } as const;

export const mfaContract = defineContracts({
  state: {
    method: "GET",
    path: `${path}/mfa`,
    who: "mfa:read",
    about,
    summary: "Tell how a user proves who they are beside a password",
    params: mfaPath,
    response: wrapped(mfaState, "MFA"),
  },
  verifyTotp: {
    method: "POST",
    path: `${path}/verify-totp`,
    who: "mfa:verify",
    about,
    summary: "Take the second step of signing in, with a code of the app or a recovery code",
    audit: ["session.create", "mfa.use-recovery-code"],
    throttle: { secret: "code", account: { in: "path", name: "username" } },
    params: mfaPath,
    body: secondStep,
    response: wrapped(signedIn, "Signed in"),
  },
  initTotp: {
    method: "POST",
    path: `${path}/init-totp`,
    who: "mfa:begin",
    about,
    summary: "Offer a secret for an authenticator app",
    audit: null,
    params: mfaPath,
    response: wrapped(totpOffer, "Scan this, then give a code"),
  },
  completeTotp: {
    method: "POST",
    path: `${path}/complete-totp`,
    who: "mfa:enrol",
    about,
    summary: "Switch MFA on with the secret offered, or take it in place of the one before",
    audit: "mfa.enable",
    honoursIfMatch: user,
    params: mfaPath,
    body: totpEnrolment,
    response: wrapped(recoveryCodes, "MFA switched on"),
  },
  renewRecoveryCodes: {
    method: "POST",
    path: `${path}/recovery-codes`,
    who: "mfa:renew-codes",
    about,
    summary: "Make new recovery codes; the old ones end",
    audit: "mfa.recovery-codes",
    params: mfaPath,
    response: wrapped(recoveryCodes, "Recovery codes"),
  },
  reset: {
    method: "DELETE",
    path: "/api/users/{username}/mfa",
    who: "mfa:reset",
    summary: "Remove a user's TOTP, recovery codes and passkeys, and end their sessions",
    audit: "mfa.reset",
    honoursIfMatch: user,
    params: mfaPath,
    response: wrapped(z.null(), "MFA reset"),
  },
});
