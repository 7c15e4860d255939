import { Skeleton } from "@/components/ui/skeleton";

/** The card of the file on the way. */
export function ImportSkeleton() {
  return (
    <div aria-busy="true" className="rounded-xl border border-line bg-surface px-5 py-4">
      <span role="status" className="sr-only">
        Loading…
      </span>
      <Skeleton className="h-6 w-40" />
      <Skeleton className="mt-4 h-40 w-full" />
    </div>
  );
}
