"use client";

import { useId, type ReactNode } from "react";
import { cn } from "@/lib/cn";

export interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  description?: ReactNode;
  icon?: ReactNode;
  /** What it looks like, above the words of a tile. Decorative. */
  preview?: ReactNode;
  isDisabled?: boolean;
}

/** Native radios, so arrows and forms work by themselves. `look="cards"` for few, weighty choices, "tiles" for looks. */
export function RadioGroup<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  look = "list",
  name,
  describedBy,
  className,
}: {
  label: string;
  isLabelHidden?: boolean;
  options: readonly RadioOption<Value>[];
  /** Undefined while none is chosen. */
  value: Value | undefined;
  onChange: (value: Value) => void;
  look?: keyof typeof groupClass | undefined;
  name?: string;
  /** The id of what more there is to say. */
  describedBy?: string | undefined;
  className?: string;
}) {
  const id = useId();
  return (
    <fieldset
      aria-describedby={describedBy}
      className={cn("min-w-0", look === "tiles" && "@container/tiles", className)}
    >
      <legend className={isLabelHidden ? "sr-only" : "mb-1.5 font-medium"}>{label}</legend>
      <div className={groupClass[look]}>
        {options.map((option) => (
          <label key={option.value} className={optionClass[look]}>
            {option.preview && <span aria-hidden="true">{option.preview}</span>}
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => {
                onChange(option.value);
              }}
              aria-describedby={option.description ? `${id}-${option.value}` : undefined}
              className={
                look === "segments"
                  ? "absolute inset-0 size-full cursor-pointer appearance-none rounded-md"
                  : "mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-[0.3125rem] checked:border-accent"
              }
            />
            {option.icon && (
              <span aria-hidden="true" className="[&_svg]:size-4">
                {option.icon}
              </span>
            )}
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {option.description && (
                <span id={`${id}-${option.value}`} className="block text-sm text-ink-3">
                  {option.description}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const groupClass = {
  list: "grid gap-2",
  cards: "grid grid-cols-[repeat(auto-fit,minmax(min(12rem,100%),1fr))] gap-2",
  tiles: "grid gap-3 @min-[30rem]/tiles:auto-cols-fr @min-[30rem]/tiles:grid-flow-col",
  segments:
    "bg-sunken border-line-strong inline-flex max-w-full flex-wrap gap-0.5 rounded-lg border p-0.5",
} as const;

const optionClass = {
  list: "flex items-start gap-2.5",
  cards:
    "motion-colors border-line-strong hover:bg-sunken has-disabled:bg-sunken has-disabled:cursor-not-allowed has-disabled:text-ink-3 has-checked:border-accent has-checked:bg-accent-soft flex cursor-pointer items-start gap-2.5 rounded-lg border p-3",
  tiles: [
    "motion-colors border-line-strong hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-3 rounded-lg border p-3 [&>:first-child]:col-span-full",
    "@min-[16rem]/tiles:grid-cols-[minmax(0,2fr)_auto_minmax(0,3fr)] @min-[16rem]/tiles:items-center @min-[16rem]/tiles:[&>:first-child]:col-span-1",
    "@min-[30rem]/tiles:grid-cols-[auto_minmax(0,1fr)] @min-[30rem]/tiles:content-start @min-[30rem]/tiles:items-start @min-[30rem]/tiles:[&>:first-child]:col-span-full",
  ].join(" "),
  segments:
    "motion-colors text-ink-2 hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-control has-checked:ring-line-strong has-checked:ring-1 forced-colors:has-checked:outline-2 relative flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md px-2.5 font-medium",
} as const;
