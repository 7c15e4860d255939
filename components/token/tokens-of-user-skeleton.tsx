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
        {[0, 1, 2].map((row) => (
          <div key={row} className="flex items-center gap-4 px-4 py-3">
            <span className="size-5 animate-skeleton rounded-sm bg-line" />
            <div className="grow">
              <Skeleton className="w-40" />
              <Skeleton className="w-64 max-w-full" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
