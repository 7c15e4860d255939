import { allowed, isSelf, refused, type Actor, type Verdict } from "@/lib/permissions";
import { canChangeUser, type Target } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";

/** Does the state of the account allow TOTP? */
export function canHaveTotp({ auth_type: authType }: Pick<User, "auth_type">): Verdict {
  if (authType === "basic_auth") return allowed;
  return refused(
    "conflict",
    "This account signs in with single sign-on: its provider asks for the second factor.",
  );
}

/** Are there recovery codes to renew? */
export function canRenewRecoveryCodes(user: Pick<User, "is_mfa_enabled">): Verdict {
  if (user.is_mfa_enabled) return allowed;
  return refused("conflict", "Recovery codes come with MFA. Switch it on first.");
}

/** May the actor take away what this user signs in by beside the password? */
export function canResetMfa(actor: Actor, target: Target): Verdict {
  if (isSelf(actor, target.username)) {
    return refused("forbidden", "You cannot reset your own MFA. Change it on your account page.");
  }
  return canChangeUser(actor, target);
}
