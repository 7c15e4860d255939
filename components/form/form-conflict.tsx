"use client";

import { ArrowRight } from "lucide-react";
import { Callout } from "@/components/ui/callout";
import { differencesBetween, type Difference, type FieldWords } from "./conflict";

/** What somebody else changed meanwhile, next to what was typed here. */
export function FormConflict<Entity extends object>({
  title,
  fields,
  before,
  now,
  typed,
  hidden,
}: {
  title: string;
  fields: readonly FieldWords<Entity>[];
  before: Entity;
  now: Entity;
  /** The keys that were changed here, as they were typed. */
  typed: Partial<Entity>;
  /** Said when nothing of `fields` is different. */
  hidden: string;
}) {
  const differences = differencesBetween(fields, before, now);
  return (
    <div
      ref={(element) => {
        element?.scrollIntoView({ block: "nearest" });
      }}
    >
      <Callout tone="warn" role="alert" title={title}>
        <p>Your changes are not saved yet. This is different now:</p>
        <ul className="my-2 divide-y divide-warn/25">
          {differences.map((difference) => (
            <Line
              key={difference.key}
              difference={difference}
              mine={wordsOf(fields, difference.key, typed)}
            />
          ))}
          {differences.length === 0 && <li className="py-1.5">{hidden}</li>}
        </ul>
        <p>{advice(differences, typed)}</p>
      </Callout>
    </div>
  );
}

function wordsOf<Entity extends object>(
  fields: readonly FieldWords<Entity>[],
  key: string,
  typed: Partial<Entity>,
): string | undefined {
  if (!(key in typed)) return undefined;
  return fields.find((field) => field.key === key)?.words(typed);
}

function Line({ difference, mine }: { difference: Difference; mine: string | undefined }) {
  const { label, before, now } = difference;
  return (
    <li className="py-1.5 text-ink">
      <span className="font-medium">{label}</span>
      <BeforeAndNow before={before} now={now} />
      {mine !== undefined && (
        <span className="block [overflow-wrap:anywhere] text-ink-2">You typed: {mine}</span>
      )}
    </li>
  );
}

/** "Old → new", which readers hear as "was old, is now new". */
export function BeforeAndNow({ before, now }: { before: string; now: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
      <span className="sr-only">was </span>
      <span className="text-ink-2 line-through">{before}</span>
      <ArrowRight aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="sr-only">, is now </span>
      <span>{now}</span>
    </span>
  );
}

function advice(differences: readonly Difference[], typed: object): string {
  const isOverlap = differences.some(({ key }) => key in typed);
  return isOverlap
    ? "Overwriting replaces their value where you both changed the same field. Their other changes stay."
    : "You changed other fields. Saving keeps their changes.";
}
