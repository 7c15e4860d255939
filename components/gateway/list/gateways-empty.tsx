"use client";

import { Router } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { gatewayChange } from "@/components/gateway/gateway-actions";

/** A new server has no gateway. */
export function GatewaysEmpty({ onCreate }: { onCreate: () => void }) {
  const { isShown, disabledReason } = gatewayChange(useActor());
  if (!isShown) {
    return (
      <EmptyState icon={<Router />} title="No gateways yet">
        None of the networks that you administer has one. Administrators add them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Router />}
      title="No gateways yet"
      actions={
        <Button variant="primary" disabledReason={disabledReason} onClick={onCreate}>
          Add the first gateway
        </Button>
      }
    >
      A gateway is a WireGuard server that devices connect to. It belongs to a network: add that
      first.
    </EmptyState>
  );
}
