"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { networkDetailQuery } from "@/components/lookup/networks";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import { NetworkHeader } from "./network-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a network's page share: which one it is, what can be done with it, and the tabs. */
export function NetworkLayout({ netid, children }: { netid: string; children: ReactNode }) {
  const actor = useActor();
  const { data, error, isFetching, refetch } = useQuery(networkDetailQuery(netid));
  if (!data) {
    return (
      <DetailMissing
        title="This network could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <NetworkHeader network={data.entity} />
      <LinkTabs
        label="Network"
        tabs={[
          { href: paths.network(netid), label: "People" },
          { href: paths.network(netid, "groups"), label: "Groups" },
          { href: paths.network(netid, "gateways"), label: "Gateways" },
          ...(can(actor, "roles:read")
            ? [{ href: paths.network(netid, "roles"), label: "Roles" }]
            : []),
          { href: paths.network(netid, "configs"), label: "Client configs" },
          { href: paths.network(netid, "addresses"), label: "Addresses" },
          ...(can(actor, "audit:read-all")
            ? [{ href: paths.network(netid, "activity"), label: "Activity" }]
            : []),
        ]}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
