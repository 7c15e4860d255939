"use client";

import { useQuery } from "@tanstack/react-query";
import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { networkDetailQuery } from "@/components/lookup/networks";
import { lazyComponent } from "@/components/ui/lazy-component";
import { Skeleton } from "@/components/ui/skeleton";

const AddressesTable = lazyComponent(
  async () => (await import("./addresses-table")).AddressesTable,
  {
    fallback: (
      <>
        <Skeleton className="mb-5 h-12 w-full" />
        <ListSkeleton filterCount={0} rowCount={15} linesOnCard={3} />
      </>
    ),
  },
);

/** The tab of a network's addresses. */
export function NetworkAddresses({ netid }: { netid: string }) {
  const { data } = useQuery(networkDetailQuery(netid));
  return data ? <AddressesTable network={data.entity} /> : null;
}
