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
  return (
    <CardSection
      title="Columns"
      description="What each column of the file holds. An empty cell changes nothing, and nor does what no column holds."
    >
      <div className="grid gap-4">
        <label htmlFor={`${id}-header`} className="flex items-center gap-2.5">
          <Checkbox
            id={`${id}-header`}
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
                {nameOf(draft, index)}
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

function nameOf({ rows: [first], hasHeader }: Draft, index: number): string {
  const written = hasHeader ? first?.cells[index]?.trim() : undefined;
  return written === undefined || written === "" ? `Column ${index + 1}` : written;
}

/** The first cells that are not empty; passwords are not shown. */
function sampleOf(draft: Draft, index: number): string {
  const column: ImportColumn | null = draft.mapping[index] ?? null;
  const samples = peopleIn(draft)
    .slice(0, 100)
    .map(({ cells }) => cells[index]?.trim() ?? "")
    .filter((cell) => cell !== "")
    .slice(0, 3);
  if (samples.length === 0) return "Empty";
  return column === "password" ? "Hidden" : samples.join(", ");
}
