import { Skeleton } from "@/components/ui/skeleton";

/** A page of the console to be: its head, and a card. */
export function PageSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <div className="mb-4 text-2xl">
        <Skeleton className="w-40" />
        <Skeleton className="mt-1 w-72 max-w-full text-base" />
      </div>
      <div className="h-64 rounded-xl border border-line bg-surface" />
    </div>
  );
}
