import { z } from "zod";
import { usernamePath } from "@/lib/user/schema";
import { exactlyOne, text, wireTime } from "@/lib/wire-schemas";
import { codeDigits, wholeCode } from "./values";

export const mfaPath = usernamePath;

export const mfaState = z
  .object({
    totp: z.boolean(),
    /** The zero time without TOTP. */
    totp_since: wireTime,
    recovery_codes_left: z.int(),
    /** Those that work at this address. */
    passkeys: z.int(),
    identities: z.int(),
    /** Whether a session of this account is good for little more than enrolling. */
    must_enrol: z.boolean(),
  })
  .meta({ id: "MfaState" });
export type MfaState = z.infer<typeof mfaState>;

/** Six digits, however they were pasted. */
export const totpCode = text()
  .transform(codeDigits)
  .pipe(z.string().regex(wholeCode, "Enter the six digits that your app shows."));

export const secondStep = exactlyOne({
  totp: totpCode.optional(),
  recovery_code: text(255).optional(),
});
export type SecondStep = z.output<typeof secondStep>;

export const totpOffer = z
  .object({
    /** Key URI of the secret (Google Authenticator's format). */
    otp_auth_url: z.string(),
    /** Binds it to the user and 10 minutes; hex. */
    otp_auth_url_signature: z.string(),
    /** The URL as a PNG in a data URL. */
    qr_code: z.string(),
  })
  .meta({ id: "TotpOffer" });
export type TotpOffer = z.infer<typeof totpOffer>;

export const totpEnrolment = z.object({
  otp_auth_url: text(),
  otp_auth_url_signature: text(),
  totp: totpCode,
});
export type TotpEnrolment = z.output<typeof totpEnrolment>;

export const recoveryCodes = z.object({ recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
