"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { controlClass } from "./input";

/** A part of the text, from one index up to another. */
export interface Mark {
  start: number;
  end: number;
}

// The text lies under the field a second time: both must break their lines alike, and have the size that the style
// sheet gives to fields for fingers.
const layerClass =
  "col-start-1 row-start-1 min-w-0 py-1.5 wrap-break-word whitespace-pre-wrap pointer-coarse:[font-size:max(1rem,16px)]";

/** Several lines of text, parts of which are marked where they stand. It grows with them up to a height. */
export function MarkedTextarea({
  value,
  marks,
  className,
  ...props
}: Omit<ComponentProps<"textarea">, "value" | "rows" | "defaultValue"> & {
  value: string;
  /** In order, without overlaps. */
  marks: readonly Mark[];
}) {
  return (
    <div className={cn(controlClass, boxClass, className)}>
      <div aria-hidden="true" className={cn(layerClass, "min-h-36 text-transparent")}>
        {partsOf(value, marks).map(({ start, text, isMarked }) =>
          isMarked ? (
            <mark
              key={start}
              className="rounded-xs bg-bad-soft text-transparent underline decoration-bad decoration-wavy forced-colors:bg-transparent"
            >
              {text}
            </mark>
          ) : (
            text
          ),
        )}
        {/* A last line that is empty has a height too. */}
        {"\u200B"}
      </div>
      <textarea
        {...props}
        value={value}
        className={cn(
          layerClass,
          "relative resize-none overflow-hidden bg-transparent outline-none",
        )}
      />
    </div>
  );
}

const boxClass =
  "grid max-h-72 overflow-y-auto has-[[aria-invalid=true]]:border-bad has-[:disabled]:bg-sunken";

function partsOf(text: string, marks: readonly Mark[]) {
  let from = 0;
  const parts = marks.flatMap(({ start, end }) => {
    const before = { start: from, text: text.slice(from, start), isMarked: false };
    from = end;
    return [before, { start, text: text.slice(start, end), isMarked: true }];
  });
  return [...parts, { start: from, text: text.slice(from), isMarked: false }];
}
