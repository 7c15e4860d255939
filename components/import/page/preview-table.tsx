"use client";

import type { CSSProperties } from "react";
import { columnNames, type ImportColumn } from "@/components/import/columns";
import type { Problem, RowState } from "@/components/import/foreseen";
import type { Former } from "@/components/import/former";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { formatNumber } from "@/lib/format";
import { PreviewCell } from "./preview-cell";
import { RowStateBadge } from "./row-states";
import { TableCell } from "./table-cell";

interface PreviewRow {
  line: number;
  state: RowState | undefined;
  problems: readonly Problem[];
  /** What stands in the account now, where the row changes it. */
  former: Former;
  textOf: (column: ImportColumn) => string;
}

interface Handlers {
  onEdit: (line: number, column: ImportColumn, text: string) => void;
  onLeaveOut: (line: number, isLeftOut: boolean) => void;
}

/** Rows whose cells are fields; on narrow screens cards. As in `DataTable`, the layout takes the roles away, so they are said. */
export function PreviewTable({
  columns,
  rows,
  ...handlers
}: { columns: readonly ImportColumn[]; rows: readonly PreviewRow[] } & Handlers) {
  return (
    <div
      role="region"
      aria-label="Table of rows"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      className="relative overflow-x-auto -outline-offset-2"
    >
      <table
        role="table"
        aria-label="Rows of the file"
        className="block w-full @min-[48rem]/table:grid @min-[48rem]/table:grid-cols-(--tracks)"
        style={tracksOf(columns)}
      >
        <thead className="hidden @min-[48rem]/table:contents">
          <tr role="row" className={cn(rowClass, "min-h-9 items-center text-xs text-ink-3")}>
            {["Row", "State", ...columns.map((column) => columnNames[column])].map((name) => (
              <th key={name} role="columnheader" className="px-2 text-start font-medium">
                {name}
              </th>
            ))}
            <th role="columnheader">
              <span className="sr-only">Leave out</span>
            </th>
          </tr>
        </thead>
        <tbody className="block @min-[48rem]/table:contents">
          {rows.map((row) => (
            <Row key={row.line} row={row} columns={columns} {...handlers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { line, state, problems, former, textOf },
  columns,
  onEdit,
  onLeaveOut,
}: { row: PreviewRow; columns: readonly ImportColumn[] } & Handlers) {
  const isLeftOut = state === "left-out";
  const place = `row ${formatNumber(line)}`;
  const others = problems.filter(({ column }) => column === null || !columns.includes(column));
  return (
    <tr
      role="row"
      data-row={line}
      className={cn(
        rowClass,
        "flex flex-wrap gap-x-3 gap-y-2 px-3 py-3 @min-[48rem]/table:gap-0 @min-[48rem]/table:px-0 @min-[48rem]/table:py-1.5",
        isLeftOut && "bg-sunken",
      )}
    >
      <th
        role="rowheader"
        className="text-start font-normal text-ink-3 @min-[48rem]/table:px-2 @min-[48rem]/table:py-1.5"
      >
        <span className="@min-[48rem]/table:hidden">Row </span>
        {formatNumber(line)}
      </th>
      <TableCell className="min-w-0 grow @min-[48rem]/table:px-2 @min-[48rem]/table:py-1.5">
        <RowStateBadge state={state} />
        {others.map(({ message }) => (
          <span key={message} className="mt-1 block text-sm text-bad">
            {message}
          </span>
        ))}
      </TableCell>
      {columns.map((column) => (
        <PreviewCell
          key={column}
          column={column}
          place={place}
          text={textOf(column)}
          problems={problems.filter((problem) => problem.column === column)}
          former={former[column]}
          isFixed={isLeftOut}
          onCommit={(text) => {
            onEdit(line, column, text);
          }}
        />
      ))}
      <TableCell className="order-1 @min-[48rem]/table:order-none @min-[48rem]/table:px-2 @min-[48rem]/table:pt-0.5 @min-[48rem]/table:text-end">
        <Button
          variant="ghost"
          size="sm"
          onClick={() => {
            onLeaveOut(line, !isLeftOut);
          }}
        >
          {isLeftOut ? "Put back" : "Leave out"}
          <span className="sr-only"> {place}</span>
        </Button>
      </TableCell>
    </tr>
  );
}

const rowClass =
  "border-b border-line last:border-b-0 @min-[48rem]/table:col-span-full @min-[48rem]/table:grid @min-[48rem]/table:grid-cols-subgrid";

function tracksOf(columns: readonly ImportColumn[]): CSSProperties & { "--tracks": string } {
  const widths = columns.map((column) => tracks[column]);
  return { "--tracks": ["4rem", "minmax(7rem,auto)", ...widths, "6.5rem"].join(" ") };
}

const tracks: Record<ImportColumn, string> = {
  username: "minmax(12rem,1.4fr)",
  display_name: "minmax(10rem,1fr)",
  platform_role_id: "minmax(9rem,.9fr)",
  user_group_ids: "minmax(10rem,1.2fr)",
  password: "minmax(8rem,.7fr)",
};
