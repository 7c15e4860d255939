"use client";

import { useRef, type ReactNode } from "react";
import type { ListQuery } from "@/components/data-table/list-query";
import { Pagination } from "@/components/data-table/pagination";
import {
  NoMatch,
  PastTheEnd,
  RefreshFailed,
  TableError,
} from "@/components/data-table/table-screens";
import type { ListView } from "@/components/data-table/use-list-state";
import { PeopleNames } from "@/components/lookup/people-names";
import { useShortcut } from "@/components/layout/shortcuts";
import { cn } from "@/lib/cn";
import { formatRange } from "@/lib/format";
import type { AuditEntry, AuditPage } from "@/lib/audit/schema";
import { EntriesSkeleton } from "./entries-skeleton";
import { EntryNames } from "./entry-names";
import { EntryRow } from "./entry-row";

interface Props {
  query: ListQuery;
  page: AuditPage | undefined;
  view: ListView;
  /** The screen for a log that has nothing at all. */
  empty: ReactNode;
}

/** One page of audit entries with its ways on, and the screens for when there is none. */
export function EntriesCard({ query, page, view, empty }: Props) {
  const cardRef = useRef<HTMLDivElement>(null);
  const entries = page?.data ?? [];
  const isStale = query.isPlaceholderData && query.isFetching;
  const isEstimate = page?.total_is_estimate === true;

  useShortcut("j", "Next entry", () => {
    moveFocus(cardRef.current, 1);
  });
  useShortcut("k", "Previous entry", () => {
    moveFocus(cardRef.current, -1);
  });

  function handlePage(next: number) {
    view.setPage(next);
    cardRef.current?.scrollIntoView({ block: "nearest" });
  }

  return (
    <div ref={cardRef} className="@container/table scroll-mt-18">
      {query.error && entries.length > 0 && <RefreshFailed error={query.error} query={query} />}
      <p role="status" className="sr-only">
        {!isStale && page && announcement(view, page)}
      </p>
      <div
        aria-busy={isStale || query.isPending}
        className={cn(
          "overflow-clip rounded-xl border border-line bg-surface motion-colors",
          isStale && "opacity-60",
        )}
      >
        {entries.length > 0 ? (
          <Entries entries={entries} />
        ) : (
          <InsteadOfEntries query={query} page={page} view={view} empty={empty} />
        )}
        {page && entries.length > 0 && (
          <Pagination
            view={view}
            shown={entries.length}
            total={page.total}
            isEstimate={isEstimate}
            onPage={handlePage}
          />
        )}
      </div>
    </div>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <PeopleNames usernames={entries.map(({ actor }) => actor)}>
      <EntryNames entries={entries}>
        <ul aria-label="Audit entries" className="divide-y divide-line">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      </EntryNames>
    </PeopleNames>
  );
}

function InsteadOfEntries({ query, page, view, empty }: Props) {
  if (query.error) return <TableError error={query.error} query={query} />;
  if (!page) return <EntriesSkeleton count={Math.min(view.perPage, 12)} />;
  if (page.total > 0) {
    return (
      <PastTheEnd
        page={view.page}
        perPage={view.perPage}
        total={page.total}
        onFirstPage={() => {
          view.setPage(1);
        }}
      />
    );
  }
  return view.isNarrowed ? <NoMatch noun="audit entries" onClear={view.clear} /> : empty;
}

function announcement(view: ListView, page: AuditPage): string {
  if (page.data.length === 0) return "No audit entries match.";
  const { total, total_is_estimate: isEstimate } = page;
  return `${formatRange({ page: view.page, perPage: view.perPage, shown: page.data.length, total, isEstimate: isEstimate === true })} audit entries`;
}

function moveFocus(card: HTMLElement | null, step: 1 | -1): void {
  const rows = Array.from(card?.querySelectorAll<HTMLElement>("[data-entry]") ?? []);
  const here = rows.findIndex((row) => row === document.activeElement);
  rows.at(here === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, here + step)))?.focus();
}
