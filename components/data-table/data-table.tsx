"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";
import type { RowData } from "@tanstack/react-table";
import { useShortcut } from "@/components/layout/shortcuts";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { formatRange } from "@/lib/format";
import { ActionBar } from "./action-bar";
import { filterRowClass } from "./filter-row";
import { ColumnPicker } from "./column-picker";
import { LoadedAtContext } from "./list-clock";
import type { ListFilter } from "./list-filter";
import { ListFilters } from "./list-filters";
import type { ListQuery } from "./list-query";
import { Pagination } from "./pagination";
import { moveRowFocus, toggleFocusedRow } from "./row-keys";
import { SearchBox } from "./search-box";
import { SortPicker } from "./sort-picker";
import { BodyRows, HeaderRow, SkeletonRows } from "./table-parts";
import { NoMatch, PastTheEnd, pastTheEnd, RefreshFailed, TableError } from "./table-screens";
import { tracksClass, tracksOf } from "./table-tracks";
import type { DataTableModel } from "./use-data-table";
import { useKeptPlace } from "./use-kept-place";

interface DataTableProps<Row extends RowData> {
  model: DataTableModel<Row>;
  /** The query behind the rows, with `placeholderData: keepPreviousData`. */
  query: ListQuery;
  /** What the rows are, in the plural and without a capital: "users". Names the parts. */
  noun: string;
  /** Names a row for its checkbox: "Ada Osei". */
  rowLabel: (row: Row) => string;
  searchPlaceholder?: string;
  filters?: readonly ListFilter[];
  /** More controls for the toolbar's end. */
  toolbar?: ReactNode;
  /** The screen for a list that has nothing at all: an EmptyState. */
  empty: ReactNode;
  /** Buttons of the bar that floats when rows are chosen. */
  actions?: ReactNode;
  onSelectAll?: () => Promise<readonly string[]>;
}

const maxSkeletonRows = 15;

/** A list: search, filters, rows, pages, and the four screens loading, empty, error, no match. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { model, query, noun, filters = [], actions } = props;
  const { table, view, selection, total, isEstimate, inserted } = model;
  const sectionRef = useRef<HTMLElement>(null);
  const rows = table.getRowModel().rows;
  const screen = screenOf(model, query);
  const focusRow = useKeptPlace(sectionRef, { list: noun, hasRows: screen === "rows" });
  const hasBar = selection !== undefined && selection.count > 0 && actions !== undefined;
  const isStale = query.isPlaceholderData && query.isFetching;

  useShortcut("j", "Next row", () => {
    moveRowFocus(sectionRef.current, 1);
  });
  useShortcut("k", "Previous row", () => {
    moveRowFocus(sectionRef.current, -1);
  });
  useShortcut(
    "x",
    "Select the row",
    selection
      ? () => {
          toggleFocusedRow(sectionRef.current);
        }
      : null,
  );

  function handlePage(page: number) {
    view.setPage(page);
    sectionRef.current?.querySelector("[data-scroll]")?.scrollTo({ top: 0 });
    sectionRef.current?.scrollIntoView({ block: "nearest" });
  }

  if (screen === "empty") {
    return <div className="rounded-xl border border-dashed border-line-strong">{props.empty}</div>;
  }

  return (
    <section
      ref={sectionRef}
      aria-label={capitalize(noun)}
      className="@container/table scroll-mt-18"
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className="flex grow basis-full flex-wrap items-center gap-2 @min-[40rem]/table:contents">
          <SearchBox
            label={`Search ${noun}`}
            placeholder={props.searchPlaceholder}
            value={view.q}
            isPending={isStale && view.q !== ""}
            onChange={view.setSearch}
            className="w-44 @min-[40rem]/table:w-80"
          />
          <SortPicker {...model} />
        </div>
        <div className={filterRowClass}>
          <ListFilters filters={filters} view={view} />
          {view.isNarrowed && (
            <Button variant="ghost" size="sm" onClick={view.clear}>
              Clear all
            </Button>
          )}
        </div>
        <div className="ms-auto flex items-center gap-1">
          {props.toolbar}
          <ColumnPicker {...model} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {announce(screen, isStale, model, rows.length, noun)}
      </p>
      {query.error && screen === "rows" && <RefreshFailed error={query.error} query={query} />}
      <div className="overflow-clip rounded-xl border border-line bg-surface">
        {screen === "error" && query.error && <TableError error={query.error} query={query} />}
        {screen === "no-match" && <NoMatch noun={noun} onClear={view.clear} />}
        {screen === "past-the-end" && (
          <PastTheEnd
            page={view.page}
            perPage={view.perPage}
            total={total}
            onFirstPage={() => {
              handlePage(1);
            }}
          />
        )}
        {(screen === "rows" || screen === "loading") && (
          <ScrollRegion
            label={`Table of ${noun}`}
            isBusy={isStale || screen === "loading"}
            hasBar={hasBar}
          >
            <LoadedAtContext value={query.dataUpdatedAt}>
              <table
                role="table"
                aria-label={capitalize(noun)}
                className={cn(
                  "block w-full motion-colors @min-[40rem]/table:grid",
                  tracksClass,
                  isStale && "opacity-60",
                )}
                style={tracksOf(model)}
              >
                <HeaderRow model={model} />
                <tbody className="block @min-[40rem]/table:contents">
                  {screen === "loading" ? (
                    <SkeletonRows model={model} count={Math.min(view.perPage, maxSkeletonRows)} />
                  ) : (
                    <BodyRows model={model} labelOf={props.rowLabel} />
                  )}
                </tbody>
              </table>
            </LoadedAtContext>
          </ScrollRegion>
        )}
        {screen === "loading" && (
          <div aria-hidden="true" className="border-t border-line px-3 py-2">
            <Skeleton className="h-8 w-28 pointer-coarse:h-10" />
          </div>
        )}
        {screen === "rows" && (
          <Pagination
            view={view}
            shown={rows.length}
            total={total}
            isEstimate={isEstimate}
            inserted={inserted}
            onPage={handlePage}
          />
        )}
      </div>
      {hasBar && (
        <ActionBar
          label={`Selected ${noun}`}
          selection={selection}
          total={total}
          isEstimate={isEstimate}
          onSelectAll={props.onSelectAll}
          onFocusLost={focusRow}
        >
          {actions}
        </ActionBar>
      )}
    </section>
  );
}

/**
 * Scrolls sideways when the columns do not fit, and down inside windows in which all around it fits, under its header;
 * else the page scrolls, and nothing inside it. It is `relative` to keep what is for screen readers only, which is placed absolutely, from making the whole page scroll.
 */
function ScrollRegion({
  label,
  isBusy,
  hasBar,
  children,
}: {
  label: string;
  isBusy: boolean;
  /** The bar of the chosen rows needs some of the window's height. */
  hasBar: boolean;
  children: ReactNode;
}) {
  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isInRow =
      event.target instanceof Element && event.target.matches("[data-row], [data-row] a");
    if (!isInRow || (step !== 1 && step !== -1)) return;
    event.preventDefault();
    moveRowFocus(event.currentTarget, step);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows of the rows inside
    <div
      data-scroll
      role="region"
      aria-label={label}
      aria-busy={isBusy}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      onKeyDown={handleKeyDown}
      // The height is said twice: a variable would be inherited, and make the browser style every cell anew.
      className={cn(
        "relative scroll-pt-9 overflow-x-auto -outline-offset-2 [@media(min-height:44rem)]:@min-[66rem]/shell:overflow-y-auto",
        hasBar
          ? "[@media(min-height:44rem)]:@min-[66rem]/shell:max-h-[max(24rem,calc(100dvh-17.5rem))]"
          : "[@media(min-height:44rem)]:@min-[66rem]/shell:max-h-[max(24rem,calc(100dvh-13.75rem))]",
      )}
    >
      {children}
    </div>
  );
}

type Screen = "loading" | "empty" | "error" | "no-match" | "past-the-end" | "rows";

function screenOf<Row extends RowData>(model: DataTableModel<Row>, query: ListQuery): Screen {
  if (model.table.getRowModel().rows.length > 0) return "rows";
  if (query.error) return "error";
  if (query.isPending) return "loading";
  if (model.total > 0) return "past-the-end";
  return model.view.isNarrowed ? "no-match" : "empty";
}

function announce<Row extends RowData>(
  screen: Screen,
  isStale: boolean,
  { view, ...listed }: DataTableModel<Row>,
  shown: number,
  noun: string,
): string {
  if (screen === "loading" || isStale) return "";
  if (screen === "no-match") return `No ${noun} match.`;
  if (screen === "past-the-end") {
    const { title, rest } = pastTheEnd({ ...view, total: listed.total });
    return `${title} ${rest}`;
  }
  if (screen !== "rows") return "";
  return `${formatRange({ ...listed, page: view.page, perPage: view.perPage, shown })} ${noun}`;
}

function capitalize(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
