"use client";

import { useState, type ReactNode } from "react";
import { Check, Minus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { formatCount, formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import type { KnownUsers } from "@/components/user/known-users";
import { isNamed } from "@/components/user/user-words";

type Skipped = BulkResult["skipped"][number];

export interface Plan {
  changing: readonly string[];
  /** Already as they are to be. */
  unchanged: readonly string[];
  skipped: readonly Skipped[];
}

/** What will be done, what need not be, and what is skipped, grouped by why. */
export function BulkPlan({
  plan: { changing, unchanged, skipped },
  known,
  done,
}: {
  plan: Plan;
  known: KnownUsers;
  done: string;
}) {
  return (
    <div className="grid gap-4">
      <Names
        heading={`${changing.length === 0 ? "Nobody" : formatCount(changing.length, "user")} will be ${done}`}
        names={changing}
        known={known}
        isEmphasized
      />
      {unchanged.length > 0 && (
        <Names
          heading={`${formatCount(unchanged.length, "user")} already ${done}`}
          names={unchanged}
          known={known}
        />
      )}
      {Array.from(byReason(skipped), ([reason, names]) => (
        <Names
          key={reason}
          heading={`${formatCount(names.length, "user")} skipped`}
          note={reason}
          names={names}
          known={known}
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
  known,
  isEmphasized = false,
}: {
  heading: string;
  note?: string;
  names: readonly string[];
  known: KnownUsers;
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
              <Who username={name} known={known} />
            </li>
          )}
        />
      )}
    </section>
  );
}

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
                <Who username={id} known={known} />
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

/** By name, with the username that tells them apart. */
function Who({ username, known }: { username: string; known: KnownUsers }) {
  const user = known.get(username);
  if (!user || !isNamed(user)) return <Name>{username}</Name>;
  return (
    <>
      <Name>{user.display_name}</Name>{" "}
      <span className="text-sm text-ink-3">
        <Name>{username}</Name>
      </span>
    </>
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
