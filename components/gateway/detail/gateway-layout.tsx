"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { gatewayDetailQuery } from "@/components/lookup/gateways";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import { GatewayHeader } from "./gateway-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a gateway's page share: which one it is, what can be done with it, and the tabs. */
export function GatewayLayout({ id, children }: { id: string; children: ReactNode }) {
  const actor = useActor();
  const { data, error, isFetching, refetch } = useQuery(gatewayDetailQuery(id));
  if (!data) {
    return (
      <DetailMissing
        title="This gateway could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <GatewayHeader gateway={data.entity} />
      <LinkTabs
        label="Gateway"
        tabs={[
          { href: paths.gateway(id), label: "Overview" },
          { href: paths.gateway(id, "people"), label: "People" },
          { href: paths.gateway(id, "configs"), label: "Client configs" },
          ...(can(actor, "audit:read-all")
            ? [{ href: paths.gateway(id, "activity"), label: "Activity" }]
            : []),
        ]}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
