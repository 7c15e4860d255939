/** What a token's times say at a given moment. */
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import type { AccessToken } from "@/lib/token/schema";
import { DAY_MS, EXPIRING_DAYS, UNUSED_DAYS } from "@/lib/token/values";

export type Expiry = "expired" | "soon" | "later";

export function expiryState(
  { expires_at: end }: Pick<AccessToken, "expires_at">,
  now: number,
): Expiry {
  const leftMs = Date.parse(end) - now;
  if (leftMs <= 0) return "expired";
  return leftMs <= EXPIRING_DAYS * DAY_MS ? "soon" : "later";
}

/** Neither made nor used in a long time. */
export function isUnused(
  { created_at: made, last_used: used }: Pick<AccessToken, "created_at" | "last_used">,
  now: number,
): boolean {
  const longAgo = now - UNUSED_DAYS * DAY_MS;
  return Date.parse(made) <= longAgo && Date.parse(used) <= longAgo;
}

/** Who made it for the owner; null when that was the owner. */
export function makerOf({
  created_by: maker,
  user_name: owner,
}: Pick<AccessToken, "created_by" | "user_name">): string | null {
  if (maker === MASTER_KEY_USERNAME) return "the master key";
  return maker === owner ? null : maker;
}
