"use client";

import { useState, type ReactNode } from "react";
import { Check, Minus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { formatCount, formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";

type Skipped = BulkResult["skipped"][number];

/** What will be done, and what is skipped, grouped by why. */
export function BulkPlan({ plan, willBe }: { plan: BulkResult; willBe: string }) {
  return (
    <div className="grid gap-4">
      <Names
        heading={`${plan.done.length === 0 ? "Nobody" : formatCount(plan.done.length, "user")} ${willBe}`}
        names={plan.done}
        isEmphasized
      />
      {Array.from(byReason(plan.skipped), ([reason, names]) => (
        <Names
          key={reason}
          heading={`${formatCount(names.length, "user")} skipped`}
          note={reason}
          names={names}
        />
      ))}
    </div>
  );
}

function byReason(skipped: readonly Skipped[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  return groups;
}

function Names({
  heading,
  note,
  names,
  isEmphasized = false,
}: {
  heading: string;
  note?: string;
  names: readonly string[];
  isEmphasized?: boolean;
}) {
  return (
    <section>
      <h3 className={cn(isEmphasized ? "font-semibold" : "font-medium")}>{heading}</h3>
      {note && <p className="text-sm text-ink-3">{note}</p>}
      {names.length > 0 && (
        <LongList
          label={heading}
          items={names}
          render={(name) => (
            <li key={name} className="truncate px-3 py-1">
              <Name>{name}</Name>
            </li>
          )}
        />
      )}
    </section>
  );
}

/** The result, a row for each user: first those that were skipped, because they need a look. */
export function BulkOutcome({ result, done }: { result: BulkResult; done: string }) {
  const rows = [...result.skipped, ...result.done.map((id) => ({ id, reason: null }))];
  return (
    <div className="grid gap-1">
      <p className="text-ink-2">
        {result.skipped.length === 0
          ? "All of them went through."
          : `${formatCount(result.skipped.length, "user")} skipped, for the reason beside each.`}
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
                <Name>{id}</Name>
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

const FIRST = 100;

/** Ten thousand lines are drawn only for whoever asks for them. */
function LongList<Entry>({
  label,
  items,
  render,
  isTall = false,
}: {
  label: string;
  items: readonly Entry[];
  render: (item: Entry) => ReactNode;
  isTall?: boolean;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const rest = isWhole ? 0 : Math.max(0, items.length - FIRST);
  return (
    <div
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      className={cn(
        "mt-2 overflow-y-auto rounded-lg border border-line bg-surface py-1",
        isTall ? "max-h-80" : "max-h-40",
      )}
    >
      <ul>{items.slice(0, items.length - rest).map(render)}</ul>
      {rest > 0 && (
        <Button
          variant="ghost"
          size="sm"
          className="mx-1"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          Show {formatNumber(rest)} more
        </Button>
      )}
    </div>
  );
}

export function BulkPlanSkeleton() {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Checking what can be done
      </span>
      <Skeleton className="w-48" />
      <div className="mt-2 grid gap-1 rounded-lg border border-line p-3">
        <Skeleton className="w-40" />
        <Skeleton className="w-52" />
        <Skeleton className="w-44" />
      </div>
    </div>
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
