"use client";

import { Network } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { permits, reasonOf } from "@/lib/permissions";

/** A new server has no network. */
export function NetworksEmpty({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState
      icon={<Network />}
      title="No networks yet"
      actions={
        <Button
          variant="primary"
          disabledReason={reasonOf(permits(useActor(), "networks:write"))}
          onClick={onCreate}
        >
          Add the first network
        </Button>
      }
    >
      A network is a range of addresses. Groups decide who reaches it.
    </EmptyState>
  );
}
