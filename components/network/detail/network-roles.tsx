"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

const NetworkRolesTable = lazyComponent(
  async () => (await import("./network-roles-table")).NetworkRolesTable,
  { fallback: <ListSkeleton filterCount={0} rowCount={6} linesOnCard={3} /> },
);

/** The roles that can be given on a network. */
export function NetworkRoles({ netid }: { netid: string }) {
  return <NetworkRolesTable netid={netid} />;
}
