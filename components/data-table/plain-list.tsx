"use client";

import { useRef, type ReactNode } from "react";
import { formatTotal } from "@/lib/format";
import type { ListQuery } from "./list-query";
import { Pagination } from "./pagination";
import { SearchBox } from "./search-box";
import { NoMatch, PastTheEnd, RefreshFailed, TableError } from "./table-screens";
import type { ListView } from "./use-list-state";

interface PageOf<Row> {
  data: readonly Row[];
  total: number;
  total_is_estimate?: boolean;
}

/** One page of a list that is no table, in a `CardSection`. It can be searched and turned only where it is longer than a page. */
export function PlainList<Row>({
  noun,
  view,
  query,
  loading,
  empty,
  children,
}: {
  /** What the rows are, in the plural and without a capital. */
  noun: string;
  view: ListView;
  query: ListQuery & { data: PageOf<Row> | undefined };
  loading: ReactNode;
  empty: ReactNode;
  children: (rows: readonly Row[]) => ReactNode;
}) {
  const listRef = useRef<HTMLDivElement>(null);
  const { data } = query;
  if (!data) {
    return query.error ? <TableError error={query.error} query={query} /> : loading;
  }
  const { data: rows, total, total_is_estimate: isEstimate = false } = data;
  const isLong = total > view.perPage || view.page > 1;
  if (total === 0 && !view.isNarrowed) return empty;

  function handlePage(page: number) {
    view.setPage(page);
    listRef.current?.scrollIntoView({ block: "nearest" });
  }

  return (
    <div ref={listRef} className="@container/table scroll-mt-18">
      {(isLong || view.isNarrowed) && (
        <SearchBox
          label={`Search ${noun}`}
          value={view.q}
          isPending={query.isPlaceholderData && view.q !== ""}
          onChange={view.setSearch}
          className="mb-3 w-full"
        />
      )}
      <p role="status" className="sr-only">
        {query.isPlaceholderData ? "Loading…" : `${formatTotal(total, isEstimate)} ${noun}`}
      </p>
      {query.error && <RefreshFailed error={query.error} query={query} />}
      {rows.length > 0 && children(rows)}
      {rows.length === 0 && total === 0 && <NoMatch noun={noun} onClear={view.clear} />}
      {rows.length === 0 && total > 0 && (
        <PastTheEnd
          page={view.page}
          perPage={view.perPage}
          total={total}
          onFirstPage={() => {
            handlePage(1);
          }}
        />
      )}
      {isLong && rows.length > 0 && (
        <div className="-mx-5 mt-2 -mb-4">
          <Pagination
            view={view}
            shown={rows.length}
            total={total}
            isEstimate={isEstimate}
            onPage={handlePage}
          />
        </div>
      )}
    </div>
  );
}
