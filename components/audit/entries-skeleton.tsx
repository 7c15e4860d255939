import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

/** As high as the rows that will replace it. */
export function EntriesSkeleton({ count }: { count: number }) {
  return (
    <div role="status" className="divide-y divide-line">
      <span className="sr-only">Loading audit entries…</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex min-h-11 items-center gap-3 px-4 py-2">
          <span className="size-4 animate-skeleton rounded-sm bg-line" />
          <Skeleton className={cn("max-w-[60%]", index % 2 === 0 ? "w-80" : "w-64")} />
          <Skeleton className="ms-auto w-20" />
        </div>
      ))}
    </div>
  );
}
