"use client";

/** React Table, bound once: what our tables can do, and what their columns say about themselves. */
import {
  columnVisibilityFeature,
  createTableHook,
  metaHelper,
  tableFeatures,
  type RowData,
  type TableOptions,
} from "@tanstack/react-table";

/** One thing that a column can be sorted by. */
export interface ColumnSort {
  /** The server's sort key. */
  key: string;
  label: string;
}

/** Widths of a table in rem, at which columns come. */
export type TableStep = 48 | 56 | 64;

export interface ColumnMeta {
  /** Its name in the column picker, the sort picker and on cards. */
  label: string;
  /** A grid track; `minmax(8rem,1fr)` unless given. */
  width?: string;
  /** From which width of the table on there is room for it, in rem; above that of cards unless given. */
  from?: TableStep;
  align?: "start" | "end";
  /** Where it shows several things: each that the list can be sorted by. Else its id is the sort key. */
  sorts?: readonly ColumnSort[];
  /** On narrow screens, where a row is a card: its title, a line of it, its corner, or left out. */
  card?: "title" | "line" | "corner" | "none";
  /** The shape that stands in while it loads. */
  skeleton?: "line" | "person" | "none";
}

// Sorting, paging, filters and selection are not features of the table: the server sorts and pages,
// the URL holds the state, and the selection outlives the page. Each feature left out is script saved.
const features = tableFeatures({
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

export const { useAppTable, createAppColumnHelper } = createTableHook({ features });

export type AppTable<Row extends RowData> = ReturnType<typeof useAppTable<Row>>;
export type AppColumns<Row extends RowData> = TableOptions<typeof features, Row>["columns"];
export type AppTableRow<Row extends RowData> = ReturnType<
  AppTable<Row>["getRowModel"]
>["rows"][number];
export type AppCell<Row extends RowData> = ReturnType<AppTableRow<Row>["getVisibleCells"]>[number];
export type AppHeader<Row extends RowData> = ReturnType<
  AppTable<Row>["getHeaderGroups"]
>[number]["headers"][number];
