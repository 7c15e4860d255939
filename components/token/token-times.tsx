"use client";

import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { cn } from "@/lib/cn";
import type { AccessToken } from "@/lib/token/schema";
import { UNUSED_DAYS } from "@/lib/token/values";
import { expiryState, isUnused, type Expiry } from "./token-state";

const tones: Record<Expiry, string> = {
  expired: "text-ink-3",
  soon: "text-warn",
  later: "",
};

/** When the token expires, in the colour of how soon that is. */
export function ExpiryTime({ token, now }: { token: AccessToken; now: number }) {
  return <RelativeTime value={token.expires_at} className={cn(tones[expiryState(token, now)])} />;
}

/** Marks a token that was neither made nor used in a long time. */
export function UnusedBadge({ token, now }: { token: AccessToken; now: number }) {
  if (!isUnused(token, now)) return null;
  return (
    <Badge tone="warn">
      Unused <span className="sr-only">for {UNUSED_DAYS} days</span>
    </Badge>
  );
}
