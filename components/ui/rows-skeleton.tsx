import { cn } from "@/lib/cn";
import { Skeleton } from "./skeleton";

/** Rows to be: an icon, a name, and what is said of it. */
export function RowsSkeleton({ count, className }: { count: number; className?: string }) {
  return Array.from({ length: count }, (_, row) => (
    <div key={row} className={cn("flex items-center gap-4 py-3", className)}>
      <span className="size-5 animate-skeleton rounded-sm bg-line" />
      <div className="grow">
        <Skeleton className="w-40" />
        <Skeleton className="w-64 max-w-full" />
      </div>
    </div>
  ));
}
