"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const PeopleTable = lazyComponent(async () => (await import("./people-table")).PeopleTable, {
  fallback: <ListSkeleton filterCount={1} rowCount={12} linesOnCard={4} hasAvatars />,
});

/** Who reaches a network, and through what. */
export function NetworkPeople({ netid }: { netid: string }) {
  return <PeopleTable netid={netid} />;
}
