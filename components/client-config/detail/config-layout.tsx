"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { configDetailQuery } from "@/components/client-config/queries";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import { ConfigHeader } from "./config-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a client config's page share: which one it is, what can be done with it, and the tabs. */
export function ConfigLayout({ id, children }: { id: string; children: ReactNode }) {
  const actor = useActor();
  const { data, error, isFetching, refetch } = useQuery(configDetailQuery(id));
  if (!data) {
    return (
      <DetailMissing
        title="This client config could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="max-w-5xl">
      <ConfigHeader config={data.entity} />
      {can(actor, "audit:read-all") && (
        <LinkTabs
          label="Client config"
          tabs={[
            { href: paths.clientConfig(id), label: "Overview" },
            { href: paths.clientConfig(id, "activity"), label: "Activity" },
          ]}
        />
      )}
      <div className="pt-5">{children}</div>
    </div>
  );
}
