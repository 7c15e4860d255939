"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";
import { gatewayDetailQuery } from "@/components/lookup/gateways";
import { permits } from "@/lib/permissions";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const GatewaySettingsForm = lazyComponent(
  async () => (await import("./gateway-settings-form")).GatewaySettingsForm,
  { fallback: <FormCardSkeleton title="Settings" fieldCount={12} /> },
);
const GatewayFacts = lazyComponent(async () => (await import("./gateway-facts")).GatewayFacts, {
  fallback: <FormCardSkeleton title="Settings" fieldCount={6} />,
});
const GatewayFollow = lazyComponent(async () => (await import("./gateway-follow")).GatewayFollow);

/** The first tab: what the gateway is, and how a server follows it. */
export function GatewayOverview({ id, address }: { id: string; address: string | null }) {
  const actor = useActor();
  const { data } = useQuery(gatewayDetailQuery(id));
  // The layout says what is wrong.
  if (!data) return null;
  const change = permits(actor, "gateways:write");
  return (
    <div className="@container/gateway max-w-6xl">
      <div className="grid items-start gap-4 @min-[56rem]/gateway:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        {change.allowed ? (
          <GatewaySettingsForm key={id} latest={data} />
        ) : (
          <GatewayFacts gateway={data.entity} reason={change.reason} />
        )}
        <GatewayFollow gateway={data.entity} address={address} />
      </div>
    </div>
  );
}
