/** The columns of a table as tracks of a grid, of which narrow tables leave some out. */
import type { CSSProperties } from "react";
import type { RowData } from "@tanstack/react-table";
import type { ColumnMeta, TableStep } from "./app-table";
import type { DataTableModel } from "./use-data-table";

interface Tracks extends CSSProperties {
  "--tracks-40": string;
  "--tracks-48": string;
  "--tracks-56": string;
  "--tracks-64": string;
}

export const tracksClass =
  "@min-[40rem]/table:grid-cols-(--tracks-40) @min-[48rem]/table:grid-cols-(--tracks-48) @min-[56rem]/table:grid-cols-(--tracks-56) @min-[64rem]/table:grid-cols-(--tracks-64)";

const hiddenClass = {
  48: "@min-[40rem]/table:@max-[48rem]/table:hidden!",
  56: "@min-[40rem]/table:@max-[56rem]/table:hidden!",
  64: "@min-[40rem]/table:@max-[64rem]/table:hidden!",
} as const satisfies Record<TableStep, string>;

/** Takes a cell away where the table has no room for its column. Cards have. */
export function cellStepClass(meta: ColumnMeta | undefined): string | undefined {
  return meta?.from && hiddenClass[meta.from];
}

export function tracksOf<Row extends RowData>(model: DataTableModel<Row>): Tracks {
  return {
    "--tracks-40": tracksAt(model, 40),
    "--tracks-48": tracksAt(model, 48),
    "--tracks-56": tracksAt(model, 56),
    "--tracks-64": tracksAt(model, 64),
  };
}

function tracksAt<Row extends RowData>(
  { table, selection }: DataTableModel<Row>,
  width: number,
): string {
  const tracks = table
    .getVisibleLeafColumns()
    .map((column) => column.columnDef.meta)
    .filter((meta) => (meta?.from ?? 0) <= width)
    .map((meta) => meta?.width ?? "minmax(8rem,1fr)");
  return [...(selection ? ["2rem"] : []), ...tracks].join(" ");
}
