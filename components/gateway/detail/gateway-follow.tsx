"use client";

import { useSyncExternalStore } from "react";
import { CardSection } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { Name } from "@/components/ui/name";
import { followScript, logCommand, tokenCommand } from "@/components/gateway/follow-script";
import type { Gateway } from "@/lib/gateway/schema";

/** How a plain Linux server takes its peers from here. */
export function GatewayFollow({
  gateway: { id, network },
  address,
}: {
  gateway: Gateway;
  /** The console's, where it is configured. */
  address: string | null;
}) {
  const origin = useSyncExternalStore(neverChanges, browserOrigin, noOrigin);
  return (
    <CardSection
      title="Linux server"
      description="A server with WireGuard follows this gateway: it asks for its peers every minute, and changes only what has changed. It needs the interface wg0, up and with a key of its own, curl and systemd."
    >
      <div className="grid gap-5">
        <div className="grid gap-1.5">
          <CopyField label="1. Store an API token" copyLabel="Copy command" value={tokenCommand} />
          <p className="text-sm text-ink-2">
            Paste the token, press Enter, then Ctrl D. It must belong to an admin, or better to a
            platform user who is a network admin of <Name>{network}</Name> and of nothing else.
            Store a new one before it expires.
          </p>
        </div>
        <CopyField
          label="2. Follow this gateway"
          copyLabel="Copy script"
          value={followScript({ address: address ?? origin, gatewayId: id })}
          isScript
        />
        <CopyField label="3. See whether it works" copyLabel="Copy command" value={logCommand} />
      </div>
    </CardSection>
  );
}

function neverChanges() {
  return () => undefined;
}

function browserOrigin(): string {
  return window.location.origin;
}

/** The server does not know by which address the browser came. */
function noOrigin(): string {
  return "https://…";
}
