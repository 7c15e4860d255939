"use client";

import { useActor } from "@/components/base/actor-provider";
import { CsvExport } from "@/components/base/csv-export";
import { formatTotal, pluralOf } from "@/lib/format";
import { loadScriptTwice } from "@/lib/load-script";
import { permits, reasonOf } from "@/lib/permissions";
import type { UserListQuery, UserPage } from "@/lib/user/schema";

/** Saves everybody whom search and filters select, on all pages and in this order, as CSV. */
export function UsersExport({
  query,
  page,
}: {
  query: UserListQuery;
  page: Pick<UserPage, "total" | "total_is_estimate"> | undefined;
}) {
  const refusal = reasonOf(permits(useActor(), "users:list"));
  return (
    <CsvExport
      filename="users.csv"
      disabledReason={refusal ?? (page?.total === 0 ? "There is nobody to export." : null)}
      fetchFile={async (signal) => {
        const { fetchUsersCsv } = await loadScriptTwice(() => import("./export-csv"));
        return fetchUsersCsv(query, signal);
      }}
    >
      Export{page && ` ${formatTotal(page.total, page.total_is_estimate)}`}
      <span className="sr-only"> {pluralOf(page?.total ?? 0, "user")} as CSV</span>
    </CsvExport>
  );
}
