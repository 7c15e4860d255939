"use client";

import { lazyComponent } from "@/components/ui/lazy-component";
import { Skeleton } from "@/components/ui/skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const ConfigCards = lazyComponent(async () => (await import("./config-cards")).ConfigCards, {
  fallback: (
    <div aria-busy="true" className="grid gap-5 lg:grid-cols-2">
      <Skeleton className="h-96 w-full" />
      <Skeleton className="h-96 w-full" />
    </div>
  ),
});

/** What a client config says, and the file for its device. */
export function ConfigOverview({ id }: { id: string }) {
  return <ConfigCards id={id} />;
}
