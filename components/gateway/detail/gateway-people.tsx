"use client";

import { useQuery } from "@tanstack/react-query";
import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";
import { gatewayDetailQuery } from "@/components/lookup/gateways";

const PeopleTable = lazyComponent(async () => (await import("./people-table")).PeopleTable, {
  fallback: <ListSkeleton filterCount={1} rowCount={12} linesOnCard={3} hasAvatars />,
});

/** Who has a gateway, and why. */
export function GatewayPeople({ id }: { id: string }) {
  const { data } = useQuery(gatewayDetailQuery(id));
  // The layout says what is wrong.
  return data ? <PeopleTable gateway={data.entity} /> : null;
}
