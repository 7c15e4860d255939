"use client";

import type { RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/native-select";
import { sortsOf } from "./column-sorts";
import type { DataTableModel } from "./use-data-table";

/** Sorting where rows are cards and there is no header to press. */
export function SortPicker<Row extends RowData>({ table, view }: DataTableModel<Row>) {
  const sorts = table.getAllLeafColumns().flatMap((column) => sortsOf(column, view));
  if (sorts.length === 0) return null;
  const isAscending = view.order === "asc";
  return (
    <div className="flex items-center gap-1 @min-[40rem]/table:hidden">
      <NativeSelect
        aria-label="Sort by"
        value={view.sort}
        onChange={(event) => {
          view.setSort(event.target.value, view.order);
        }}
      >
        {sorts.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </NativeSelect>
      <IconButton
        variant="secondary"
        label={isAscending ? "Ascending. Sort descending" : "Descending. Sort ascending"}
        icon={isAscending ? <ArrowUp /> : <ArrowDown />}
        onClick={() => {
          view.setSort(view.sort, isAscending ? "desc" : "asc");
        }}
      />
    </div>
  );
}
