import { z } from "zod";
import { totpCode } from "@/lib/mfa/schema";
import { assertion } from "@/lib/passkey/schema";
import { exactlyOne, flag, text, wireTime } from "@/lib/wire-schemas";
import { triedPassword } from "@/lib/user/password";
import { usernameParam } from "@/lib/user/username";

export const session = z
  .object({
    id: z.uuid(),
    user_name: z.string(),
    kind: z.enum(["browser", "api"]),
    auth_method: z.string(),
    mfa: z.boolean(),
    ip: z.string(),
    user_agent: z.string(),
    created_at: wireTime,
    last_seen: wireTime,
    expires_at: wireTime,
    /** Whether this is the session that asks. */
    current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

export const signIn = z.object({ username: text(), password: triedPassword });
export type SignIn = z.output<typeof signIn>;

export const signedIn = z.object({ UserName: z.string(), AuthToken: z.string() });
export type SignedIn = z.infer<typeof signedIn>;

/** The password was right, and a code is asked for: by `…/auth/verify-totp`, within 5 minutes. */
export const halfSignedIn = z.object({ user_name: z.string(), pre_auth_token: z.string() });
export type HalfSignedIn = z.infer<typeof halfSignedIn>;

export const signInOptions = z
  .object({
    /** Whether others than the super admin may sign in with a password. */
    basic_auth: z.boolean(),
    /** Whether passkeys work at this address. */
    passkeys: z.boolean(),
    /** Those that people sign in by, in the order in which a page offers them. */
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    has_super_admin: z.boolean(),
  })
  .meta({ id: "SignInOptions" });
export type SignInOptions = z.infer<typeof signInOptions>;

/** What a form asks for. */
export const passwordCheck = z.object({ password: triedPassword });

export const identityCheck = exactlyOne({
  password: triedPassword.optional(),
  totp: totpCode.optional(),
  /** What a passkey answered to `…/validate-identity/options`. */
  credential: assertion.optional(),
});
export type IdentityCheck = z.output<typeof identityCheck>;
export const identityChecked = z.object({ identity_validated: z.boolean() });

export const throttle = z
  .object({
    /** The zero time when the account does not wait. */
    throttled_until: wireTime,
    /** Failed attempts that count at the moment. */
    failures: z.int(),
  })
  .meta({ id: "Throttle" });
export type Throttle = z.infer<typeof throttle>;

/** Without a name, or with an empty one, the caller is meant. */
const optionalUsername = usernameParam.transform((name) => name || undefined).optional();

export const sessionsQuery = z.object({ username: optionalUsername });
export const logoutQuery = z.object({ username: optionalUsername, all: flag });
export const sessionIdQuery = z.object({ id: z.string() });
