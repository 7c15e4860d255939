"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { ListFilters } from "@/components/data-table/list-filters";
import { SearchBox } from "@/components/data-table/search-box";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import type { OptionSource } from "@/components/picker/option-source";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AuditExport } from "./audit-export";
import { auditFilters } from "./audit-filters";
import { EntriesCard } from "./entries-card";
import { auditInput, auditList } from "./list-params";
import { auditQueries } from "./queries";
import { useVocabulary } from "./vocabulary-context";

/** The whole log: what is searched, filtered, paged and exported. */
export const AuditLog = withListUrl(Log);

/** @param people whom to suggest where a name is wanted, to those who may see them */
function Log({ people }: { people: OptionSource | undefined }) {
  const { verbOptions, targetTypeOptions } = useVocabulary();
  const { view, query: state } = useUrlList(auditList);
  const input = auditInput(state);
  const query = useQuery(auditQueries.page(input));
  const filters = auditFilters({ people, verbOptions, targetTypeOptions });

  return (
    <>
      <div className="@container/table">
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <div className="flex min-w-0 grow basis-full items-center @min-[40rem]/table:contents">
            <SearchBox
              className="w-44 @min-[40rem]/table:w-80"
              label="Search the audit log"
              placeholder="Search actor, action or target"
              value={view.q}
              isPending={query.isPlaceholderData && query.isFetching && view.q !== ""}
              onChange={view.setSearch}
            />
          </div>
          <div className="flex min-w-0 flex-wrap items-center gap-2 @min-[40rem]/table:contents">
            <ListFilters filters={filters} view={view} />
            {view.isNarrowed && (
              <Button variant="ghost" size="sm" onClick={view.clear}>
                Clear all
              </Button>
            )}
          </div>
          <div className="ms-auto flex items-center gap-2">
            <AuditExport query={input} />
          </div>
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
