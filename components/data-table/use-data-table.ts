"use client";

import { useMemo } from "react";
import type { RowData } from "@tanstack/react-table";
import { useAppTable, type AppColumns, type AppTable } from "./app-table";
import type { ListView } from "./use-list-state";
import type { RowSelection } from "./use-row-selection";

/** A table ready to be shown, with the state it stands on. */
export interface DataTableModel<Row extends RowData> {
  table: AppTable<Row>;
  view: ListView;
  selection: RowSelection | undefined;
  isSelectable: (row: Row) => boolean;
  total: number;
  isEstimate: boolean;
  inserted: InsertedRows;
}

/** Rows that stand between those that the server pages: how many on the pages before, and in all. */
export interface InsertedRows {
  before: number;
  count: number;
}

const nothingInserted: InsertedRows = { before: 0, count: 0 };

const noRows: never[] = [];

/**
 * Joins columns, the page's rows and the list's URL state. Column ids are the server's sort keys, unless `meta.sorts` says otherwise.
 * Keep `columns` stable (module scope or useMemo).
 */
export function useDataTable<Row extends RowData>({
  columns,
  rows = noRows,
  total = 0,
  isEstimate = false,
  view,
  getRowId,
  selection,
  isSelectable = always,
  inserted = nothingInserted,
}: {
  columns: AppColumns<Row>;
  rows: readonly Row[] | undefined;
  /** All rows that match, on all pages. */
  total: number | undefined;
  /** The total is an estimate: the interface says "about". */
  isEstimate?: boolean;
  view: ListView;
  getRowId: (row: Row) => string;
  /** Without it there are no checkboxes. */
  selection?: RowSelection | undefined;
  isSelectable?: (row: Row) => boolean;
  /** `total` does not count them. */
  inserted?: InsertedRows;
}): DataTableModel<Row> {
  const { hidden } = view;
  // Another object would make every row draw its cells anew.
  const columnVisibility = useMemo(
    () => Object.fromEntries(hidden.map((id) => [id, false])),
    [hidden],
  );
  const table = useAppTable<Row>({
    columns,
    data: rows,
    getRowId,
    state: { columnVisibility },
  });

  return { table, view, selection, isSelectable, total, isEstimate, inserted };
}

function always(): boolean {
  return true;
}
