import { allowed, refused, type Verdict } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";

export interface WaysIn {
  user: Pick<User, "auth_type" | "platform_role_id">;
  /** Whether others than the super admin sign in with passwords. */
  hasPasswords: boolean;
  /** The providers of the identities that stay linked. */
  others: readonly string[];
  /** Whether one of their passkeys works here. */
  hasPasskey: boolean;
  /** The ids of the providers that people sign in by. */
  providers: readonly string[];
}

/** May an identity be unlinked, or is it the only way in? */
export function canUnlink({ user, hasPasswords, others, hasPasskey, providers }: WaysIn): Verdict {
  const hasPassword =
    user.auth_type === "basic_auth" && (hasPasswords || user.platform_role_id === "super-admin");
  if (hasPassword || hasPasskey || others.some((id) => providers.includes(id))) return allowed;
  return refused(
    "conflict",
    "This is the only way in that the account has. Link another identity first.",
  );
}
