import { CardSection } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

/** A passkey to be. */
export function PasskeysSkeleton() {
  return (
    <div aria-busy="true">
      <CardSection title="Passkeys">
        <div className="-my-3">
          <RowsSkeleton count={1} />
        </div>
      </CardSection>
    </div>
  );
}
