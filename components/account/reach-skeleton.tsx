import { Skeleton } from "@/components/ui/skeleton";

/** A network to be. */
export function ReachSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading what you can reach…</span>
      <Skeleton className="w-24" />
      <Skeleton className="w-40" />
      <Skeleton className="w-56" />
    </div>
  );
}
