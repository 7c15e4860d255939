"use client";

import { LongList } from "@/components/bulk/long-list";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";

export interface Wrong {
  key: number;
  /** "Line 3". */
  place: string;
  text: string;
  problem: string;
}

/** What is wrong, each with its place, and a way to be rid of all of it. */
export function WrongList({
  wrong,
  one,
  other,
  onShow,
  onRemove,
}: {
  wrong: readonly Wrong[];
  /** "address", "addresses". */
  one: string;
  other: string;
  /** Leads to the place, where there is one. */
  onShow?: (index: number) => void;
  onRemove: () => void;
}) {
  if (wrong.length === 0) return null;
  const heading = `${formatCount(wrong.length, one, other)} with something wrong`;
  return (
    <div className="rounded-lg border border-bad/40 bg-bad-soft p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{heading}</p>
        <Button size="sm" onClick={onRemove}>
          {wrong.length === 1 ? "Remove it" : `Remove all ${formatCount(wrong.length, one, other)}`}
        </Button>
      </div>
      <LongList
        label={heading}
        items={wrong.map((each, index) => ({ ...each, index }))}
        render={({ key, place, text, problem, index }) => (
          <li key={key} className="px-3 py-1 [overflow-wrap:anywhere]">
            {onShow ? (
              <button
                type="button"
                className="rounded-sm font-medium text-accent-text underline"
                onClick={() => {
                  onShow(index);
                }}
              >
                {place}
              </button>
            ) : (
              <span className="font-medium">{place}</span>
            )}
            : <Name>{text}</Name> <span className="text-ink-2">{problem}</span>
          </li>
        )}
      />
    </div>
  );
}
