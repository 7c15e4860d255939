import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { LongList } from "./long-list";
import { byReason, type BulkPlan, type Skipped } from "./plan";

/** How a bulk action speaks of what it changes. */
interface Named {
  /** "3 users". */
  countOf: (count: number) => string;
  /** What one of them is called. */
  name: (id: string) => ReactNode;
}

/** What will be done, what need not be, and what is skipped, grouped by why. */
export function PlanLists({
  plan: { changing, unchanged, skipped },
  done,
  none,
  ...named
}: Named & {
  plan: BulkPlan;
  /** "disabled". */
  done: string;
  /** "Nobody". */
  none: string;
}) {
  const { countOf, name } = named;
  return (
    <div className="grid gap-4 text-ink">
      <Listed
        heading={`${changing.length === 0 ? none : countOf(changing.length)} will be ${done}`}
        ids={changing}
        name={name}
      />
      {unchanged.length > 0 && (
        <Listed
          heading={`${countOf(unchanged.length)} already ${done}`}
          ids={unchanged}
          name={name}
        />
      )}
      <SkippedLists skipped={skipped} {...named} />
    </div>
  );
}

/** What is not done, with the reasons. */
export function SkippedLists({ skipped, countOf, name }: Named & { skipped: readonly Skipped[] }) {
  return byReason(skipped).map(([reason, ids]) => (
    <Listed
      key={reason}
      heading={`${countOf(ids.length)} skipped`}
      note={reason}
      ids={ids}
      name={name}
    />
  ));
}

function Listed({
  heading,
  note,
  ids,
  name,
}: {
  heading: string;
  note?: string;
  ids: readonly string[];
  name: Named["name"];
}) {
  return (
    <section>
      <h3 className="font-medium">{heading}</h3>
      {note && <p className="text-sm text-ink-3">{note}</p>}
      {ids.length > 0 && (
        <LongList
          label={heading}
          items={ids}
          render={(id) => (
            <li key={id} className="px-3 py-1 [overflow-wrap:anywhere]">
              {name(id)}
            </li>
          )}
        />
      )}
    </section>
  );
}

export function PlanSkeleton() {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Checking what can be done
      </span>
      <Skeleton className="w-48" />
      <div className="mt-2 grid gap-1 rounded-lg border border-line p-3">
        <Skeleton className="w-40" />
        <Skeleton className="w-52" />
      </div>
    </div>
  );
}
