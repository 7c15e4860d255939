import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** A passkey to be. */
export function PasskeysSkeleton() {
  return (
    <div aria-busy="true">
      <CardSection title="Passkeys">
        <div className="flex items-center gap-4">
          <span className="size-5 animate-skeleton rounded-sm bg-line" />
          <div className="grow">
            <Skeleton className="w-40" />
            <Skeleton className="w-64 max-w-full" />
          </div>
        </div>
      </CardSection>
    </div>
  );
}
