/** What may be done with passkeys, and if not, why not: the service enforces it, the pages show the reason. */
import { allowed, refused, type Verdict } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { MAX_PASSKEYS } from "./values";

/** @param count how many of the user's passkeys work at this address */
export function canAddPasskey(user: Pick<User, "auth_type">, count: number): Verdict {
  if (user.auth_type === "oauth") {
    return refused(
      "conflict",
      "This account signs in at its provider, which decides who gets in. It has no passkeys.",
    );
  }
  if (count < MAX_PASSKEYS) return allowed;
  return refused(
    "conflict",
    `An account has at most ${String(MAX_PASSKEYS)} passkeys. Remove one first.`,
  );
}
