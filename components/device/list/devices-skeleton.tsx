import { Skeleton } from "@/components/ui/skeleton";

/** Two devices to be. */
export function DevicesSkeleton() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Loading devices…</span>
      {[0, 1].map((row) => (
        <div key={row}>
          <Skeleton className="w-32" />
          <Skeleton className="w-48" />
        </div>
      ))}
    </div>
  );
}
