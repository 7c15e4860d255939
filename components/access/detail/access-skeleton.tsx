import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The cards on the way. */
export function AccessSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4">
      {["Networks", "Groups"].map((title) => (
        <CardSection key={title} title={title}>
          <div className="grid gap-3">
            <Skeleton className="w-40" />
            <Skeleton className="w-72 max-w-full" />
          </div>
        </CardSection>
      ))}
    </div>
  );
}
