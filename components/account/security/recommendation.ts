import type { MfaState } from "@/lib/mfa/schema";

/** What would do most for somebody's account; one thing at a time. */
export type Recommendation = "set-up-totp" | "no-codes" | "few-codes" | "add-passkey";

/** From so few on, one is told. */
const FEW = 3;

/** @param isOauth their provider decides what it asks for @param hasPasskeys whether this address allows them */
export function recommendationOf(
  { totp, recovery_codes_left: left, passkeys }: MfaState,
  { isOauth, hasPasskeys }: { isOauth: boolean; hasPasskeys: boolean },
): Recommendation | null {
  if (isOauth) return null;
  if (!totp) return "set-up-totp";
  if (left === 0) return "no-codes";
  if (left <= FEW) return "few-codes";
  return hasPasskeys && passkeys === 0 ? "add-passkey" : null;
}

/** How good it is that so many are left. */
export function codesTone(left: number): "good" | "warn" | "bad" {
  if (left === 0) return "bad";
  return left <= FEW ? "warn" : "good";
}
