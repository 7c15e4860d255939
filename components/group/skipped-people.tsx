import { Callout } from "@/components/ui/callout";
import { Name } from "@/components/ui/name";
import { formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";

const SOME = 20;

/** Those for whom something is not done, each with the reason. */
export function SkippedPeople({
  skipped,
  title,
}: {
  skipped: BulkResult["skipped"];
  title: string;
}) {
  if (skipped.length === 0) return null;
  return (
    <Callout tone="warn" title={title}>
      <ul className="grid gap-1">
        {skipped.slice(0, SOME).map(({ id, reason }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <span className="font-medium text-ink">
              <Name>{id}</Name>
            </span>
            : {reason}
          </li>
        ))}
        {skipped.length > SOME && <li>and {formatNumber(skipped.length - SOME)} more</li>}
      </ul>
    </Callout>
  );
}
