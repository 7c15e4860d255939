"use client";

import { EntriesSkeleton } from "@/components/audit/entries-skeleton";
import type { ActivityTarget } from "@/components/audit/list-params";
import { lazyComponent } from "@/components/ui/lazy-component";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const WordedTargetLog = lazyComponent(
  async () => (await import("./worded-target-log")).WordedTargetLog,
  {
    fallback: (
      <div aria-busy="true" className="overflow-clip rounded-xl border border-line bg-surface">
        <EntriesSkeleton count={12} />
      </div>
    ),
  },
);

/** What happened to a group, a role, a network, a gateway or a client config. */
export function TargetActivity(props: { target: ActivityTarget; noun: string }) {
  return <WordedTargetLog {...props} />;
}
