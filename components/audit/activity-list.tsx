"use client";

import { lazy, Suspense } from "react";
import { useActor } from "@/components/console/actor-provider";
import { can } from "@/lib/permissions";
import { EntriesSkeleton } from "./entries-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const ActivityLog = lazy(async () => ({ default: (await import("./activity-log")).ActivityLog }));

/** What happened to one user and what they did. */
export function ActivityList({ username }: { username: string }) {
  return (
    <Suspense fallback={<ActivitySkeleton />}>
      <ActivityLog username={username} />
    </Suspense>
  );
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
