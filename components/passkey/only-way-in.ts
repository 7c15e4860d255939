import type { MfaState } from "@/lib/mfa/schema";

/** Whether a passkey that works here is all that its owner can sign in by. */
export function isOnlyWayIn(
  { passkeys, identities }: Pick<MfaState, "passkeys" | "identities">,
  { isPasswordOn }: { isPasswordOn: boolean },
): boolean {
  return !isPasswordOn && passkeys <= 1 && identities === 0;
}
