"use client";

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Check } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import { stepInGrid, type GridPlace } from "./grid-keys";

export interface GridHeader {
  id: string;
  label: string;
}

/** The chosen columns of each row. */
export type GridValue = Readonly<Record<string, readonly string[]>>;

/**
 * Rows and columns of checkboxes, with one for the whole row, as one stop of the Tab key (WAI-ARIA's grid): the
 * arrows, Home and End move, Space chooses.
 */
export function CheckboxGrid({
  label,
  rowsLabel,
  rows,
  columns,
  value,
  isAvailable = always,
  isReadOnly = false,
  onChange,
}: {
  label: string;
  /** Stands above the names of the rows: "Network". */
  rowsLabel: string;
  rows: readonly GridHeader[];
  columns: readonly GridHeader[];
  value: GridValue;
  /** False where the row has no such column. */
  isAvailable?: (rowId: string, columnId: string) => boolean;
  isReadOnly?: boolean;
  onChange?: (value: GridValue) => void;
}) {
  const id = useId();
  const gridRef = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const size = { rows: rows.length, columns: columns.length + 1 };
  const here = {
    row: Math.min(place.row, size.rows - 1),
    column: Math.min(place.column, size.columns - 1),
  };

  function handleKeyDown(event: KeyboardEvent) {
    const next = stepInGrid(here, event, size);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    gridRef.current?.querySelector<HTMLElement>(`[data-place="${placeText(next)}"]`)?.focus();
  }

  function change(rowId: string, chosen: readonly string[]) {
    const inOrder = columns.map((column) => column.id).filter((one) => chosen.includes(one));
    onChange?.({ ...value, [rowId]: inOrder });
  }

  function cellOf(at: GridPlace) {
    return {
      "data-place": placeText(at),
      tabIndex: at.row === here.row && at.column === here.column ? 0 : -1,
      onFocus: () => {
        setPlace(at);
      },
    };
  }

  return (
    <div className="relative overflow-x-auto rounded-xl border border-line bg-surface">
      <table
        ref={gridRef}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- WAI-ARIA's grid made of a table
        role="grid"
        aria-label={label}
        aria-readonly={isReadOnly}
        onKeyDown={handleKeyDown}
        className="w-full border-collapse"
      >
        <thead>
          <tr className="border-b border-line text-xs text-ink-3">
            <th scope="col" className="sticky start-0 bg-surface px-3 py-2 text-start font-medium">
              {rowsLabel}
            </th>
            {[{ id: "", label: "All" }, ...columns].map((column) => (
              <th
                key={column.id}
                id={`${id}c${column.id}`}
                scope="col"
                className="px-2 py-2 text-center font-medium"
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row, rowIndex) => {
            const available = columns
              .map((column) => column.id)
              .filter((columnId) => isAvailable(row.id, columnId));
            const chosen = available.filter((columnId) => value[row.id]?.includes(columnId));
            const isAll = available.length > 0 && chosen.length === available.length;
            return (
              <tr key={row.id}>
                <th
                  id={`${id}r${row.id}`}
                  scope="row"
                  className="sticky start-0 min-w-36 bg-surface px-3 py-2 text-start font-normal [overflow-wrap:anywhere]"
                >
                  {row.label}
                </th>
                <Cell
                  {...cellOf({ row: rowIndex, column: 0 })}
                  labelledBy={`${id}r${row.id} ${id}c`}
                  isFixed={isReadOnly || available.length === 0}
                  fixedText={amountText(chosen.length, available.length)}
                  isChosen={isAll}
                  isSome={chosen.length > 0 && !isAll}
                  onChange={() => {
                    change(row.id, isAll ? [] : available);
                  }}
                />
                {columns.map((column, index) => {
                  const isChosen = chosen.includes(column.id);
                  const isHere = available.includes(column.id);
                  return (
                    <Cell
                      key={column.id}
                      {...cellOf({ row: rowIndex, column: index + 1 })}
                      labelledBy={`${id}r${row.id} ${id}c${column.id}`}
                      isFixed={isReadOnly || !isHere}
                      fixedText={isHere ? (isChosen ? "yes" : "no") : "does not apply"}
                      isChosen={isChosen}
                      onChange={() => {
                        const others = chosen.filter((one) => one !== column.id);
                        change(row.id, isChosen ? others : [...others, column.id]);
                      }}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The focus is on the checkbox; where there is none, on the cell. */
function Cell({
  labelledBy,
  isFixed,
  fixedText,
  isChosen,
  isSome = false,
  onChange,
  ...focus
}: {
  labelledBy: string;
  isFixed: boolean;
  /** What a cell that cannot be changed says. */
  fixedText: string;
  isChosen: boolean;
  isSome?: boolean;
  onChange: () => void;
  "data-place": string;
  tabIndex: number;
  onFocus: () => void;
}) {
  return (
    <td
      role="gridcell"
      {...(isFixed && focus)}
      className={cn("px-2 py-2 text-center", isFixed && "-outline-offset-2")}
    >
      {isFixed ? (
        <Fixed text={fixedText} isChosen={isChosen} />
      ) : (
        <Checkbox
          {...focus}
          aria-labelledby={labelledBy}
          checked={isChosen}
          isIndeterminate={isSome}
          onChange={onChange}
        />
      )}
    </td>
  );
}

function Fixed({ text, isChosen }: { text: string; isChosen: boolean }): ReactNode {
  return (
    <>
      <span className="sr-only">{text}</span>
      {isChosen ? (
        <Check aria-hidden="true" className="mx-auto size-4 text-accent-text" />
      ) : (
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
      )}
    </>
  );
}

function amountText(chosen: number, available: number): string {
  if (available === 0) return "does not apply";
  if (chosen === 0) return "none";
  return chosen === available ? "all" : "some";
}

function placeText({ row, column }: GridPlace): string {
  return `${String(row)}:${String(column)}`;
}

function always(): boolean {
  return true;
}
