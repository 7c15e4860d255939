"use client";

import { ArrowRight } from "lucide-react";
import { Callout } from "@/components/ui/callout";
import type { User } from "@/lib/user/schema";
import { differencesBetween, fields, type Difference } from "./conflict";

/** What somebody else changed meanwhile, next to what was typed here. */
export function UserConflict({
  before,
  now,
  typed,
}: {
  before: User;
  now: User;
  /** The keys that were changed here, as they were typed. */
  typed: Partial<User>;
}) {
  const differences = differencesBetween(before, now);
  return (
    <div
      ref={(element) => {
        element?.scrollIntoView({ block: "nearest" });
      }}
    >
      <Callout tone="warn" role="alert" title="This user was changed while you were editing">
        <p>Nothing of yours is saved yet. What is different now:</p>
        <ul className="my-2 divide-y divide-warn/25">
          {differences.map((difference) => (
            <Line key={difference.key} difference={difference} typed={typed} />
          ))}
          {differences.length === 0 && (
            <li className="py-1.5">Something that is not shown here, the password for example.</li>
          )}
        </ul>
        <p>{advice(differences, typed)}</p>
      </Callout>
    </div>
  );
}

function Line({ difference, typed }: { difference: Difference; typed: Partial<User> }) {
  const { key, label, before, now } = difference;
  const mine = key in typed ? fields.find((field) => field.key === key)?.words(typed) : undefined;
  return (
    <li className="py-1.5 text-ink">
      <span className="font-medium">{label}</span>
      <span className="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
        <span className="sr-only">was </span>
        <span className="text-ink-2 line-through">{before}</span>
        <ArrowRight aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="sr-only">, is now </span>
        <span>{now}</span>
      </span>
      {mine !== undefined && (
        <span className="block [overflow-wrap:anywhere] text-ink-2">You typed: {mine}</span>
      )}
    </li>
  );
}

function advice(differences: readonly Difference[], typed: Partial<User>): string {
  const isOverlap = differences.some(({ key }) => key in typed);
  return isOverlap
    ? "Saving yours replaces theirs where both changed the same; everything else of theirs stays."
    : "You changed something else: saving yours keeps what they changed.";
}
