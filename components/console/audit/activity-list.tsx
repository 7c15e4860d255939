"use client";

import { EntriesSkeleton } from "@/components/audit/entries-skeleton";
import { useActor } from "@/components/base/actor-provider";
import { lazyComponent } from "@/components/ui/lazy-component";
import { can } from "@/lib/permissions";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const WordedActivityLog = lazyComponent(
  async () => (await import("./worded-activity-log")).WordedActivityLog,
  { fallback: <ActivitySkeleton /> },
);

/** What happened to one user and what they did. */
export function ActivityList({ username }: { username: string }) {
  return <WordedActivityLog username={username} />;
}

function ActivitySkeleton() {
  const isChoosable = can(useActor(), "audit:read-all");
  return (
    <div aria-busy="true" className="grid gap-3">
      {isChoosable && <span className="h-8.5 w-48 rounded-lg border border-line" />}
      <div className="overflow-clip rounded-xl border border-line bg-surface">
        <EntriesSkeleton count={12} />
      </div>
    </div>
  );
}
