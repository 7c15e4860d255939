import { Skeleton } from "@/components/ui/skeleton";

/** The key on its way. */
export function EnrolmentSkeleton() {
  return (
    <div aria-busy="true" className="grid grid-cols-1 gap-4">
      <Skeleton className="w-64 max-w-full" />
      <span className="size-48 animate-skeleton rounded-lg bg-line" />
      <Skeleton className="w-48 max-w-full" />
      <Skeleton className="w-64 max-w-full" />
    </div>
  );
}
