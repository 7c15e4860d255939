"use client";

import { useMemo, useRef, useState } from "react";
import type { PageSize } from "@/components/data-table/list-params";
import { pageSizes } from "@/components/data-table/list-params";
import { Pagination } from "@/components/data-table/pagination";
import type { ImportColumn } from "@/components/import/columns";
import { columnsIn, peopleIn, withCell, withLeftOut, type Draft } from "@/components/import/draft";
import {
  countStates,
  rowStates,
  stateOf,
  type Counts,
  type Foreseen,
  type RowState,
} from "@/components/import/foreseen";
import { formerOf } from "@/components/import/former";
import { useKnownUsers } from "@/components/import/use-known-users";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { formatCount, formatNumber } from "@/lib/format";
import type { ChangeDraft } from "./preview-card";
import { PreviewTable } from "./preview-table";
import { rowStateNames } from "./row-states";

type Tab = RowState | "all";

/** Which rows are looked at. They stay when one of them is mended, until the list is asked for anew. */
interface View {
  tab: Tab;
  lines: readonly number[];
}

/** The rows by what would become of them, the wrong ones first. */
export function PreviewRows({
  draft,
  foreseen,
  onChange,
}: {
  draft: Draft;
  foreseen: Foreseen;
  onChange: ChangeDraft;
}) {
  const counts = countStates(draft, foreseen);
  const rowAt = useMemo(() => new Map(draft.rows.map((row) => [row.line, row])), [draft.rows]);
  const topRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(() =>
    viewOf(counts.wrong > 0 ? "wrong" : "all", draft, foreseen),
  );
  const [page, setPage] = useState(1);
  const [perPage, setPerPage] = useState<PageSize>(25);

  function handleTab(tab: Tab) {
    setView(viewOf(tab, draft, foreseen));
    setPage(1);
  }
  function handlePage(next: number) {
    setPage(next);
    topRef.current?.scrollIntoView({ block: "nearest" });
  }

  const otherwise = view.lines.filter(
    (line) => !isIn(view.tab, stateOf(draft, foreseen, line)),
  ).length;
  const lines = view.lines.slice((page - 1) * perPage, page * perPage);
  const rows = lines.flatMap((line) => rowAt.get(line) ?? []);
  const known = useKnownUsers(lines.flatMap((line) => foreseen.updated.get(line) ?? []));
  return (
    <div
      ref={topRef}
      tabIndex={-1}
      data-programmatic-focus
      className="@container/table scroll-mt-18"
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <RadioGroup
          label="Rows to show"
          isLabelHidden
          look="segments"
          options={tabsOf(counts, view.tab)}
          value={view.tab}
          onChange={handleTab}
        />
        {otherwise > 0 && (
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
            {formatCount(otherwise, "of these rows is", "of these rows are")} different now.
            <Button
              size="sm"
              onClick={() => {
                handleTab(view.tab);
                // The button goes.
                topRef.current?.focus({ preventScroll: true });
              }}
            >
              Update the list
            </Button>
          </p>
        )}
      </div>
      <div className="overflow-clip rounded-lg border border-line">
        <PreviewTable
          columns={columnsIn(draft)}
          rows={rows.map(({ line, cells }) => {
            const textOf = (column: ImportColumn) => cells[draft.mapping.indexOf(column)] ?? "";
            const state = stateOf(draft, foreseen, line);
            const user = known.get(foreseen.updated.get(line) ?? "");
            return {
              line,
              state,
              problems: draft.leftOut.has(line) ? [] : (foreseen.problems.get(line) ?? []),
              former: state === "updated" && user ? formerOf(user, textOf) : {},
              textOf,
            };
          })}
          onEdit={(line, column, text) => {
            onChange((before) => withCell(before, line, column, text));
          }}
          onLeaveOut={(line, isLeftOut) => {
            onChange((before) => withLeftOut(before, [line], isLeftOut));
          }}
        />
        {rows.length === 0 && <p className="px-3 py-8 text-center text-ink-3">No rows here.</p>}
        {view.lines.length > pageSizes[0] && (
          <Pagination
            view={{
              page,
              perPage,
              setPerPage: (wanted) => {
                setPerPage(pageSizes.find((size) => size === wanted) ?? perPage);
                setPage(1);
              },
            }}
            shown={rows.length}
            total={view.lines.length}
            isEstimate={false}
            onPage={handlePage}
          />
        )}
      </div>
    </div>
  );
}

function viewOf(tab: Tab, draft: Draft, foreseen: Foreseen): View {
  const lines = peopleIn(draft).map(({ line }) => line);
  return { tab, lines: lines.filter((line) => isIn(tab, stateOf(draft, foreseen, line))) };
}

function isIn(tab: Tab, state: RowState | undefined): boolean {
  return tab === "all" || state === tab;
}

function tabsOf(counts: Counts, current: Tab): { value: Tab; label: string }[] {
  const all = rowStates.reduce((sum, state) => sum + counts[state], 0);
  const shown = rowStates.filter((state) => counts[state] > 0 || state === current);
  return [
    ...shown.map((state) => ({
      value: state,
      label: `${rowStateNames[state]} ${formatNumber(counts[state])}`,
    })),
    { value: "all", label: `All ${formatNumber(all)}` },
  ];
}
