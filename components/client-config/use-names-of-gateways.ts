"use client";

import { useCallback } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { ownGatewayNamesQuery } from "@/components/lookup/gateways";
import { useGatewayNames } from "@/components/lookup/use-names";
import type { ClientConfig } from "@/lib/client-config/schema";
import { unseenNetworks } from "./unseen-networks";

/** What the gateways of these client configs are called, for owners too who do not see them; null until that is known. */
export function useNamesOfGateways(
  configs: readonly ClientConfig[],
): (id: string) => string | null {
  const actor = useActor();
  const networks = unseenNetworks(actor, configs);
  const seen = useGatewayNames(configs.map(({ ingressgatewayid: id }) => id));
  const { data: own } = useQuery({
    ...ownGatewayNamesQuery(actor.username, networks),
    enabled: networks.length > 0,
  });
  return useCallback((id) => seen(id) ?? own?.[id] ?? null, [seen, own]);
}
