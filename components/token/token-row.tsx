"use client";

import { KeyRound } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { isNoTime, isolated } from "@/lib/format";
import type { AccessToken } from "@/lib/token/schema";
import { expiryState, makerOf } from "./token-state";
import { ExpiryTime, UnusedBadge } from "./token-times";

/** One token of a user: what it is called, who made it, when it was used and expires; and a way to revoke it. */
export function TokenRow({
  token,
  now,
  revokeRefusal,
  onRevoke,
}: {
  token: AccessToken;
  now: number;
  /** Why the actor may not revoke it; null when they may. */
  revokeRefusal: string | null;
  onRevoke: () => void;
}) {
  const expiry = expiryState(token, now);
  const maker = makerOf(token);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 grow basis-64 items-center gap-4">
        <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Name>{token.name}</Name>
            </span>
            {expiry === "expired" && <Badge tone="bad">Expired</Badge>}
            {expiry === "soon" && <Badge tone="warn">Expires soon</Badge>}
            <UnusedBadge token={token} now={now} />
          </p>
          <p className="text-sm text-ink-3">
            Created <RelativeTime value={token.created_at} />
            {maker !== null && (
              <>
                {" "}
                by <Name>{maker}</Name>
              </>
            )}
          </p>
        </div>
      </div>
      <div className="ps-9 text-sm text-ink-3 sm:ps-0 sm:text-end">
        <p>
          {isNoTime(token.last_used) ? (
            "Never used"
          ) : (
            <>
              Last used <RelativeTime value={token.last_used} />
            </>
          )}
        </p>
        <p>
          {expiry === "expired" ? "Expired" : "Expires"} <ExpiryTime token={token} now={now} />
        </p>
      </div>
      <Button
        size="sm"
        className="ms-auto"
        aria-label={`Revoke the API token ${isolated(token.name)}`}
        disabledReason={revokeRefusal}
        onClick={onRevoke}
      >
        Revoke…
      </Button>
    </li>
  );
}
