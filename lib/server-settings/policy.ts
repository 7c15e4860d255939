/** What the settings may be changed to, and if not, why not. */
import { allowed, refused, type Verdict } from "@/lib/permissions";

interface SignIn {
  /** Whether the caller could sign in without a password; so can the super admin with one, and who is no user. */
  canCaller: boolean;
  /** Whether some enabled administrator could. */
  canSome: boolean;
}

/** May passwords be switched off at sign-in? */
export function canSwitchPasswordsOff({ canCaller, canSome }: SignIn): Verdict {
  if (!canCaller) {
    return refused(
      "conflict",
      "You could not sign in any more. Add a passkey or link your account to a provider first, on your account page.",
      "basic_auth",
    );
  }
  if (!canSome) {
    return refused(
      "conflict",
      "No administrator could sign in any more: none has a passkey or a linked account of a provider.",
      "basic_auth",
    );
  }
  return allowed;
}
