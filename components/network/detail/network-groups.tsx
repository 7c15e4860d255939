"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

const NetworkGroupsTable = lazyComponent(
  async () => (await import("./network-groups-table")).NetworkGroupsTable,
  { fallback: <ListSkeleton filterCount={0} rowCount={6} linesOnCard={2} /> },
);

/** The groups that give access to a network. */
export function NetworkGroups({ netid }: { netid: string }) {
  return <NetworkGroupsTable netid={netid} />;
}
