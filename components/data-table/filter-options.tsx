"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { formatNumber } from "@/lib/format";
import type { ListFilter } from "./filter-chip";

const searchFrom = 9;

/** What a filter chip opens: its options as checkboxes, searchable when there are many. */
export function FilterOptions({
  filter,
  values,
  onChange,
}: {
  filter: ListFilter;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const [needle, setNeedle] = useState("");
  const shown = filter.options.filter((option) =>
    option.label.toLowerCase().includes(needle.trim().toLowerCase()),
  );

  function handleToggle(value: string, isChosen: boolean) {
    onChange(isChosen ? [...values, value] : values.filter((other) => other !== value));
  }

  return (
    <>
      {filter.options.length >= searchFrom && (
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
          <label
            key={option.value}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-sunken has-focus-visible:bg-sunken pointer-coarse:min-h-10"
          >
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
        {shown.length === 0 && <p className="px-2 py-1.5 text-ink-3">Nothing is called that.</p>}
      </fieldset>
      {values.length > 0 && (
        <div className="border-t border-line p-1">
          <Button
            variant="ghost"
            size="sm"
            className="w-full"
            onClick={() => {
              onChange([]);
            }}
          >
            Clear
          </Button>
        </div>
      )}
    </>
  );
}
