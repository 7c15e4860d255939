import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

/** Three tokens to be. */
export function TokensOfUserSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading API tokens…</span>
      <div className="mb-3 flex h-8 items-center">
        <Skeleton className="w-20" />
      </div>
      <div className="divide-y divide-line rounded-xl border border-line bg-surface">
        <RowsSkeleton count={3} className="px-4" />
      </div>
    </div>
  );
}
