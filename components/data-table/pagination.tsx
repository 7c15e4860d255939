"use client";

import { useState, type SubmitEvent } from "react";
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { formatNumber, formatRange } from "@/lib/format";
import { pageSizes } from "./list-params";
import type { InsertedRows } from "./use-data-table";
import type { ListView } from "./use-list-state";

/** Where one is in the list, and the ways on. */
export function Pagination({
  view,
  shown,
  total,
  isEstimate,
  inserted,
  onPage,
}: {
  view: Pick<ListView, "page" | "perPage" | "setPerPage">;
  /** Rows on this page. */
  shown: number;
  total: number;
  isEstimate: boolean;
  inserted?: InsertedRows;
  onPage: (page: number) => void;
}) {
  const { page, perPage } = view;
  const pageCount = Math.max(1, Math.ceil(total / perPage));
  const isFirst = page <= 1;
  // An estimate may be too low: a full page means that there may be another.
  const isLast = isEstimate ? shown < perPage : page >= pageCount;
  const atStart = isFirst ? "This is the first page." : null;
  const atEnd = isLast ? "This is the last page." : null;

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-3 py-2 text-sm text-ink-3">
      <p className="text-ink-2">
        {formatRange({ page, perPage, shown, total, isEstimate, inserted })}
      </p>
      <NativeSelect
        aria-label="Rows per page"
        value={perPage}
        onChange={(event) => {
          view.setPerPage(Number(event.target.value));
        }}
        className="hidden @min-[36rem]/table:inline-flex"
      >
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {size} per page
          </option>
        ))}
      </NativeSelect>
      <nav aria-label="Pages" className="ms-auto flex flex-wrap items-center justify-end gap-1">
        <IconButton
          label="First page"
          icon={<ChevronsLeft />}
          disabledReason={atStart}
          onClick={() => {
            onPage(1);
          }}
        />
        <IconButton
          label="Previous page"
          icon={<ChevronLeft />}
          disabledReason={atStart}
          onClick={() => {
            onPage(page - 1);
          }}
        />
        <PageInput page={page} pageCount={isEstimate ? undefined : pageCount} onPage={onPage} />
        <IconButton
          label="Next page"
          icon={<ChevronRight />}
          disabledReason={atEnd}
          onClick={() => {
            onPage(page + 1);
          }}
        />
        {!isEstimate && (
          <IconButton
            label="Last page"
            icon={<ChevronsRight />}
            disabledReason={atEnd}
            onClick={() => {
              onPage(pageCount);
            }}
          />
        )}
      </nav>
    </div>
  );
}

function PageInput({
  page,
  pageCount,
  onPage,
}: {
  page: number;
  pageCount: number | undefined;
  onPage: (page: number) => void;
}) {
  const [draft, setDraft] = useState({ text: String(page), basedOn: page });
  const text = draft.basedOn === page ? draft.text : String(page);

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    const typed = Math.trunc(Number(text)) || page;
    const next = Math.min(Math.max(1, typed), pageCount ?? Infinity);
    setDraft({ text: String(next), basedOn: next });
    if (next !== page) onPage(next);
  }

  return (
    <form onSubmit={handleSubmit} className="flex items-center gap-1.5 px-1">
      <Input
        name="page"
        aria-label="Page"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setDraft({ text: event.target.value, basedOn: page });
        }}
        onBlur={() => {
          setDraft({ text: String(page), basedOn: page });
        }}
        className="field-sizing-content max-w-24 min-w-10 px-2 text-center"
      />
      {pageCount !== undefined && (
        <span className="whitespace-nowrap">of {formatNumber(pageCount)}</span>
      )}
    </form>
  );
}
