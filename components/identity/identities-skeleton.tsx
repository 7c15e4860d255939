import { CardSection } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

/** Two identities to be. */
export function IdentitiesSkeleton() {
  return (
    <div aria-busy="true">
      <CardSection title="Linked identities">
        <div className="-my-3 divide-y divide-line">
          <RowsSkeleton count={2} />
        </div>
      </CardSection>
    </div>
  );
}
