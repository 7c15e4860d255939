"use client";

import { useQuery } from "@tanstack/react-query";
import { PeopleNames } from "@/components/lookup/people-names";
import { CardSection } from "@/components/ui/card";
import { ConfigFile } from "@/components/client-config/config-file";
import { GatewayNamesContext } from "@/components/client-config/place-links";
import { configDetailQuery } from "@/components/client-config/queries";
import { useNamesOfGateways } from "@/components/client-config/use-names-of-gateways";
import { ConfigFacts } from "./config-facts";

/** The lazy part of `ConfigOverview`. */
export function ConfigCards({ id }: { id: string }) {
  const { data } = useQuery(configDetailQuery(id));
  const config = data?.entity;
  const gatewayNames = useNamesOfGateways(config ? [config] : []);
  if (!config) return null;
  return (
    <GatewayNamesContext value={gatewayNames}>
      <PeopleNames usernames={[config.ownerid]}>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <CardSection title="Values">
            <ConfigFacts config={config} />
          </CardSection>
          <CardSection
            title="File for the device"
            description="What WireGuard on the device reads."
          >
            <ConfigFile id={id} />
          </CardSection>
        </div>
      </PeopleNames>
    </GatewayNamesContext>
  );
}
