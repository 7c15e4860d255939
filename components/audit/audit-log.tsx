"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { SearchBox } from "@/components/data-table/search-box";
import { useListState } from "@/components/data-table/use-list-state";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AuditExport } from "./audit-export";
import { AuditFilters } from "./audit-filters";
import { EntriesCard } from "./entries-card";
import { auditList, auditListInput } from "./list-params";
import { auditQueries } from "./queries";

/** The lazy part of `AuditPage`: what is searched, filtered, paged and exported. */
export function AuditLog() {
  return (
    <NuqsAdapter>
      <Log />
    </NuqsAdapter>
  );
}

function Log() {
  const { view, query: state } = useListState(auditList);
  const input = auditListInput(state);
  const query = useQuery(auditQueries.page(input));

  return (
    <>
      <div className="@container/table mb-3 flex flex-wrap items-center gap-2">
        <SearchBox
          label="Search the audit log"
          placeholder="Search actor, action or target"
          value={view.q}
          isPending={query.isFetching && view.q !== ""}
          onChange={view.setSearch}
        />
        <AuditFilters view={view} />
        {view.isNarrowed && (
          <Button variant="ghost" size="sm" onClick={view.clear}>
            Clear all
          </Button>
        )}
        <div className="ms-auto flex items-center gap-2">
          <AuditExport query={input} />
        </div>
      </div>
      <EntriesCard
        query={query}
        page={query.data}
        view={view}
        empty={
          <EmptyState icon={<ScrollText />} title="Nothing has happened yet">
            Every change, sign-in and refused sign-in will be listed here.
          </EmptyState>
        }
      />
    </>
  );
}
