"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

const RoleGroupsTable = lazyComponent(
  async () => (await import("./role-groups-table")).RoleGroupsTable,
  { fallback: <ListSkeleton filterCount={0} rowCount={6} linesOnCard={2} /> },
);

/** Who holds a role: the groups that grant it. */
export function RoleGroups({ id }: { id: string }) {
  return <RoleGroupsTable id={id} />;
}
