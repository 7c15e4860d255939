"use client";

import { memo, useState, type ChangeEvent, type ReactNode } from "react";
import { FlexRender, type RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { AppCell, AppHeader, AppTableRow, ColumnMeta } from "./app-table";
import { sortsOf } from "./column-sorts";
import { cellStepClass } from "./table-tracks";
import type { DataTableModel } from "./use-data-table";
import type { ListView } from "./use-list-state";
import type { RowSelection } from "./use-row-selection";

/*
 * A row is a subgrid of the table on wide screens and a card on narrow ones. Both take the element
 * out of table layout, in which case browsers forget what it is: hence the explicit roles.
 */
const rowClass =
  "border-line group/row flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-3 last:border-b-0 @min-[40rem]/table:col-span-full @min-[40rem]/table:grid @min-[40rem]/table:min-h-13 @min-[40rem]/table:grid-cols-subgrid @min-[40rem]/table:gap-0 @min-[40rem]/table:px-1.5 @min-[40rem]/table:py-1.5";
const selectCellClass = "grid place-items-center @min-[40rem]/table:px-2";
const cellClass = "min-w-0 @min-[40rem]/table:px-2";
const cardClass = {
  title: "basis-0 grow order-1",
  line: "flex items-baseline gap-3 basis-full order-3 @min-[40rem]/table:block",
  corner:
    "order-2 @min-[40rem]/table:sticky @min-[40rem]/table:end-0 @min-[40rem]/table:flex @min-[40rem]/table:items-center @min-[40rem]/table:justify-end @min-[40rem]/table:self-stretch @min-[40rem]/table:bg-inherit",
  none: "hidden @min-[40rem]/table:block",
} as const;
const orderInRow = "@min-[40rem]/table:order-none";

export function HeaderRow<Row extends RowData>({ model }: { model: DataTableModel<Row> }) {
  const { table, view } = model;
  return (
    <thead className="hidden @min-[40rem]/table:contents">
      {table.getHeaderGroups().map((group) => (
        <tr
          key={group.id}
          role="row"
          className="sticky top-0 z-10 col-span-full grid min-h-9 grid-cols-subgrid items-center border-b border-line bg-surface px-1.5 text-xs text-ink-3"
        >
          {model.selection && (
            <th role="columnheader" className={selectCellClass}>
              <PageCheckbox model={model} selection={model.selection} />
            </th>
          )}
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} view={view}>
              {header.isPlaceholder ? null : <table.FlexRender header={header} />}
            </HeaderCell>
          ))}
        </tr>
      ))}
    </thead>
  );
}

function PageCheckbox<Row extends RowData>({
  model: { table, isSelectable },
  selection,
}: {
  model: DataTableModel<Row>;
  selection: RowSelection;
}) {
  const ids = table
    .getRowModel()
    .rows.filter((row) => isSelectable(row.original))
    .map((row) => row.id);
  const count = ids.filter(selection.has).length;
  const isAll = count > 0 && count === ids.length;
  return (
    <Checkbox
      aria-label="Select all rows of this page"
      checked={isAll}
      isIndeterminate={count > 0 && !isAll}
      disabled={ids.length === 0}
      onChange={() => {
        if (isAll) selection.remove(ids);
        else selection.add(ids);
      }}
    />
  );
}

function HeaderCell<Row extends RowData>({
  header,
  view,
  children,
}: {
  header: AppHeader<Row>;
  view: ListView;
  children: ReactNode;
}) {
  const sorts = sortsOf(header.column, view);
  const { meta } = header.column.columnDef;
  const isEnd = meta?.align === "end";

  if (sorts.length === 0) {
    return (
      <th
        role="columnheader"
        className={cn(
          cellClass,
          cellStepClass(meta),
          "truncate font-medium",
          isEnd ? "text-end" : "text-start",
          meta?.card === "corner" && "sticky end-0 bg-inherit",
        )}
      >
        {children}
      </th>
    );
  }
  return (
    <th
      role="columnheader"
      aria-sort={sorts.some(({ key }) => key === view.sort) ? ariaSort[view.order] : undefined}
      className={cn(
        cellClass,
        cellStepClass(meta),
        "flex font-medium",
        isEnd ? "justify-end" : "justify-start",
      )}
    >
      {sorts.map((sort) => (
        <SortButton key={sort.key} sortKey={sort.key} view={view}>
          {sorts.length === 1 ? children : sort.label}
        </SortButton>
      ))}
    </th>
  );
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

function SortButton({
  sortKey,
  view,
  children,
}: {
  sortKey: string;
  view: ListView;
  children: ReactNode;
}) {
  const isSorted = view.sort === sortKey;
  const isAscending = view.order === "asc";
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => {
        view.setSort(sortKey, isSorted && isAscending ? "desc" : "asc");
      }}
      className={cn(
        "group/sort -ms-1.5 me-1.5 inline-flex h-7 min-w-0 items-center gap-1 rounded-md px-1.5 motion-colors hover:text-ink",
        isSorted && "text-ink",
      )}
    >
      <span className="truncate">{children}</span>
      {isSorted ? (
        <Arrow aria-hidden="true" className="size-3.5 shrink-0" />
      ) : (
        <ChevronsUpDown
          aria-hidden="true"
          className="size-3.5 shrink-0 opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
        />
      )}
      {isSorted && <span className="sr-only">, sorted</span>}
    </button>
  );
}

/** Whether a row can be chosen, and is. */
type Choice = "chosen" | "open" | "fixed";

/** The page's rows. Each is drawn again only when something of its own has changed. */
export function BodyRows<Row extends RowData>({
  model: { table, selection, isSelectable },
  labelOf,
}: {
  model: DataTableModel<Row>;
  /** Names a row for its checkbox: "Ada Osei". */
  labelOf: (row: Row) => string;
}) {
  const { rows } = table.getRowModel();
  const [MemoRow] = useState(() => memo(BodyRow<Row>));

  function choiceOf(row: AppTableRow<Row>, { has }: RowSelection): Choice {
    if (has(row.id)) return "chosen";
    return isSelectable(row.original) ? "open" : "fixed";
  }

  return rows.map((row) => (
    <MemoRow
      key={row.id}
      id={row.id}
      label={labelOf(row.original)}
      cells={row.getVisibleCells()}
      choice={selection && choiceOf(row, selection)}
      onToggle={selection?.toggle}
    />
  ));
}

function BodyRow<Row extends RowData>({
  id,
  label,
  cells,
  choice,
  onToggle,
}: {
  id: string;
  label: string;
  /** The same list as long as the row and the columns are the same. */
  cells: readonly AppCell<Row>[];
  choice: Choice | undefined;
  onToggle: RowSelection["toggle"] | undefined;
}) {
  const isSelected = choice === "chosen";

  function handleSelect(event: ChangeEvent<HTMLInputElement>) {
    const { nativeEvent } = event;
    const isRange = "shiftKey" in nativeEvent && nativeEvent.shiftKey === true;
    onToggle?.(id, event.target.checked, isRange ? idsAround(event.target) : undefined);
  }

  return (
    <tr
      role="row"
      data-row={id}
      tabIndex={-1}
      className={cn(
        rowClass,
        "-outline-offset-2 motion-colors",
        isSelected
          ? "bg-accent-soft forced-colors:outline-2"
          : "bg-surface hover:bg-sunken has-[a:focus-visible]:bg-sunken",
      )}
    >
      {choice && (
        <SelectCell>
          <Checkbox
            aria-label={`Select ${label}`}
            checked={isSelected}
            disabled={choice === "fixed"}
            onChange={handleSelect}
          />
        </SelectCell>
      )}
      {cells.map((cell) => (
        <BodyCell key={cell.id} meta={cell.column.columnDef.meta} isIndented={choice !== undefined}>
          <FlexRender cell={cell} />
        </BodyCell>
      ))}
    </tr>
  );
}

/** The rows of the page in their order, for a range. */
function idsAround(box: HTMLElement): string[] {
  const rows = box.closest("tbody")?.querySelectorAll<HTMLElement>("[data-row]") ?? [];
  return Array.from(rows, ({ dataset }) => dataset.row ?? "");
}

function SelectCell({ children }: { children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a td is not interactive
    <td role="cell" className={selectCellClass}>
      {children}
    </td>
  );
}

function BodyCell({
  meta,
  isIndented,
  isPlaceholder = false,
  children,
}: {
  meta: ColumnMeta | undefined;
  isIndented: boolean;
  isPlaceholder?: boolean;
  children: ReactNode;
}) {
  const card = meta?.card ?? "line";
  const isRowHeader = card === "title" && !isPlaceholder;
  const Cell = isRowHeader ? "th" : "td";
  return (
    <Cell
      role={isRowHeader ? "rowheader" : "cell"}
      className={cn(
        cellClass,
        cardClass[card],
        cellStepClass(meta),
        orderInRow,
        "text-start font-normal",
        meta?.align === "end" && "@min-[40rem]/table:text-end",
        card === "line" && isIndented && "ps-7 @min-[40rem]/table:ps-2",
      )}
    >
      {card === "line" && (
        <span className="w-2/5 max-w-28 shrink-0 text-sm text-ink-3 @min-[40rem]/table:hidden">
          {meta?.label}
        </span>
      )}
      {card === "corner" ? (
        children
      ) : (
        // The padding keeps focus rings inside the box that cuts off long text.
        <span className="-m-1 block min-w-0 grow p-1 [overflow-wrap:anywhere] @min-[40rem]/table:truncate">
          {children}
        </span>
      )}
    </Cell>
  );
}

/** Rows of grey bars, as high as the rows that will replace them. */
export function SkeletonRows<Row extends RowData>({
  model: { table, selection },
  count,
}: {
  model: DataTableModel<Row>;
  count: number;
}) {
  const hasSelection = selection !== undefined;
  const columns = table.getVisibleLeafColumns();
  return Array.from({ length: count }, (_, index) => (
    <tr key={index} aria-hidden="true" className={rowClass}>
      {hasSelection && (
        <SelectCell>
          <span className="size-4 rounded-sm border border-line" />
        </SelectCell>
      )}
      {columns.map(({ id, columnDef: { meta } }) => (
        <BodyCell key={id} meta={meta} isIndented={hasSelection} isPlaceholder>
          <SkeletonCell meta={meta} index={index} />
        </BodyCell>
      ))}
    </tr>
  ));
}

function SkeletonCell({ meta, index }: { meta: ColumnMeta | undefined; index: number }) {
  const width = ["w-24", "w-16", "w-20"][index % 3];
  if (meta?.skeleton === "none") return <span className="block size-7" />;
  if (meta?.skeleton !== "person") {
    return <Skeleton className={cn(width, "max-w-full", meta?.align === "end" && "ms-auto w-8")} />;
  }
  return (
    <span className="flex items-center gap-3">
      <span className="size-7 shrink-0 animate-skeleton rounded-full bg-line" />
      <span className="min-w-0">
        <Skeleton className="w-28 max-w-full" />
        <Skeleton className="w-36 max-w-full text-sm" />
      </span>
    </span>
  );
}
