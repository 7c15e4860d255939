"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { firstGateways, ownGatewaysQuery } from "@/components/device/queries";
import type { ClientConfig } from "@/lib/client-config/schema";

const PER_QUESTION = 200;

/** What the gateways of one's own client configs are called, by id. */
export function useGatewayNames(configs: readonly ClientConfig[]): ReadonlyMap<string, string> {
  const { username } = useActor();
  const first = useQuery(ownGatewaysQuery(username, firstGateways)).data?.data ?? [];
  const known = new Set(first.map(({ id }) => id));
  const others = configs.filter(({ ingressgatewayid: id }) => !known.has(id));
  // Most people have no more than the first ones.
  const network = [...new Set(others.map((config) => config.network))].sort();
  const { data } = useQuery({
    ...ownGatewaysQuery(username, { page: 1, per_page: PER_QUESTION, network }),
    enabled: network.length > 0,
  });
  return new Map([...first, ...(data?.data ?? [])].map(({ id, gw_name: name }) => [id, name]));
}
