"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { foldCase } from "@/lib/fold";
import { formatNumber } from "@/lib/format";
import { FilterClear } from "./filter-clear";
import type { FilterOption } from "./list-filter";

/** From so many options on, they can be searched. */
export const SEARCH_FROM = 9;

export const optionRowClass =
  "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-sunken has-focus-visible:bg-sunken pointer-coarse:min-h-10";

/** What a filter chip opens: its options as checkboxes, searchable when there are many. */
export function FilterOptions({
  filter,
  values,
  onChange,
}: {
  filter: { label: string; options: readonly FilterOption[] };
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const [needle, setNeedle] = useState("");
  const shown = filter.options.filter((option) =>
    foldCase(option.label).includes(foldCase(needle.trim())),
  );

  function handleToggle(value: string, isChosen: boolean) {
    onChange(isChosen ? [...values, value] : values.filter((other) => other !== value));
  }

  return (
    <>
      {filter.options.length >= SEARCH_FROM && (
        <div className="border-b border-line p-2">
          <Input
            type="search"
            aria-label={`Search ${filter.label}`}
            placeholder="Search…"
            value={needle}
            onChange={(event) => {
              setNeedle(event.target.value);
            }}
          />
        </div>
      )}
      <fieldset className="max-h-72 overflow-y-auto p-1">
        <legend className="sr-only">{filter.label}</legend>
        {shown.map((option) => (
          <label key={option.value} className={optionRowClass}>
            <Checkbox
              checked={values.includes(option.value)}
              onChange={(event) => {
                handleToggle(option.value, event.target.checked);
              }}
            />
            <span className="min-w-0 grow">{option.label}</span>
            {option.count !== undefined && (
              <span className="text-xs text-ink-3">{formatNumber(option.count)}</span>
            )}
          </label>
        ))}
        {shown.length === 0 && <p className="px-2 py-1.5 text-ink-3">No match.</p>}
      </fieldset>
      {values.length > 0 && (
        <FilterClear
          onClear={() => {
            onChange([]);
          }}
        />
      )}
    </>
  );
}
