import { Check, Minus } from "lucide-react";
import { LongList } from "@/components/bulk/long-list";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import type { KnownUsers } from "@/components/user/known-users";
import { KnownUser } from "./known-user";

/** The result, a row for each user: first those that were skipped, because they need a look. */
export function BulkOutcome({
  result,
  done,
  known,
}: {
  result: BulkResult;
  done: string;
  known: KnownUsers;
}) {
  const rows = [...result.skipped, ...result.done.map((id) => ({ id, reason: null }))];
  return (
    <div className="grid gap-1">
      <p className="text-ink-2">
        {result.skipped.length === 0
          ? "All done."
          : `${formatCount(result.skipped.length, "user")} skipped.`}
      </p>
      <LongList
        label="Result for each user"
        items={rows}
        isTall
        render={({ id, reason }) => (
          <li key={id} className="flex items-start gap-2.5 px-3 py-1.5">
            <Mark isDone={reason === null} />
            <span className="min-w-0">
              <span className="block [overflow-wrap:anywhere]">
                <KnownUser username={id} known={known} />
              </span>
              <span className="block text-sm text-ink-3">
                {reason === null ? capitalized(done) : `Skipped. ${reason}`}
              </span>
            </span>
          </li>
        )}
      />
    </div>
  );
}

function Mark({ isDone }: { isDone: boolean }) {
  const Icon = isDone ? Check : Minus;
  return (
    <Icon
      aria-hidden="true"
      className={cn("mt-0.5 size-4 shrink-0", isDone ? "text-good" : "text-ink-3")}
    />
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
