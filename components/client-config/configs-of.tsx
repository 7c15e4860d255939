"use client";

import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";
import type { ConfigsScope } from "./list-params";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const ConfigsTable = lazyComponent(async () => (await import("./configs-table")).ConfigsTable, {
  fallback: <ListSkeleton filterCount={3} rowCount={12} linesOnCard={4} />,
});

/** The tab of the client configs of a gateway, an owner or a network. */
export function ConfigsOf(scope: ConfigsScope) {
  return <ConfigsTable {...scope} />;
}
