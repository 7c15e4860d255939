import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** Two identities to be. */
export function IdentitiesSkeleton() {
  return (
    <div aria-busy="true">
      <CardSection title="Linked identities">
        <div className="-my-3 divide-y divide-line">
          {[0, 1].map((row) => (
            <div key={row} className="flex items-center gap-4 py-3">
              <span className="size-5 animate-skeleton rounded-sm bg-line" />
              <div className="grow">
                <Skeleton className="w-40" />
                <Skeleton className="w-64 max-w-full" />
              </div>
            </div>
          ))}
        </div>
      </CardSection>
    </div>
  );
}
