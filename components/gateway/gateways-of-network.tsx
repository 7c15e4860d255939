"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

const GatewaysOfNetworkTable = lazyComponent(
  async () => (await import("./gateways-of-network-table")).GatewaysOfNetworkTable,
  { fallback: <ListSkeleton filterCount={1} rowCount={6} linesOnCard={3} /> },
);

/** The gateways of a network, on its page. */
export function GatewaysOfNetwork({ netid }: { netid: string }) {
  return <GatewaysOfNetworkTable netid={netid} />;
}
