"use client";

import { useId } from "react";
import { columnNames, importColumns, type ImportColumn } from "@/components/import/columns";
import {
  columnsIn,
  peopleIn,
  withHeader,
  withMapping,
  type Draft,
} from "@/components/import/draft";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";

const NOTHING = "nothing";

const options = [
  { value: NOTHING, label: "Do not import" },
  ...importColumns.map((column) => ({ value: column, label: columnNames[column] })),
] as const;

/** What each column of the file holds. */
export function ColumnsCard({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const id = useId();
  const [first] = draft.rows;
  return (
    <CardSection
      title="Columns"
      description="What each column of the file holds. What has no column here, and every empty cell, stays as it is, or as it usually is for somebody new."
    >
      <div className="grid gap-4">
        <label className="flex items-center gap-2.5">
          <Checkbox
            checked={draft.hasHeader}
            onChange={(event) => {
              onChange(withHeader(draft, event.target.checked));
            }}
          />
          The first row names the columns
        </label>
        {!columnsIn(draft).includes("username") && (
          <Callout tone="warn" title="Which column holds the username?">
            Choose “Username” for it below. An e-mail address is a username too.
          </Callout>
        )}
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-x-4 gap-y-3">
          {draft.mapping.map((column, index) => (
            <li key={index} className="grid min-w-0 content-start gap-1">
              <label htmlFor={`${id}-${index}`} className="truncate font-medium">
                {(draft.hasHeader && first?.cells[index]?.trim()) || `Column ${index + 1}`}
              </label>
              <p id={`${id}-${index}-sample`} className="truncate text-sm text-ink-3">
                {sampleOf(draft, index)}
              </p>
              <Select
                id={`${id}-${index}`}
                aria-describedby={`${id}-${index}-sample`}
                options={options}
                value={column ?? NOTHING}
                onChange={(value) => {
                  onChange(withMapping(draft, index, value === NOTHING ? null : value));
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </CardSection>
  );
}

/** The first cells that are not empty; passwords are not shown. */
function sampleOf(draft: Draft, index: number): string {
  const column: ImportColumn | null = draft.mapping[index] ?? null;
  const samples = peopleIn(draft)
    .slice(0, 100)
    .flatMap(({ cells }) => cells[index]?.trim() || [])
    .slice(0, 3);
  if (samples.length === 0) return "Empty";
  return column === "password" ? "Hidden" : samples.join(", ");
}
