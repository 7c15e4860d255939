"use client";

import { CsvExport } from "@/components/base/csv-export";
import { loadScriptTwice } from "@/lib/load-script";
import type { AuditListInput } from "./list-params";

/** Saves everything that the filters select, on all pages, as CSV. */
export function AuditExport({ query }: { query: AuditListInput }) {
  return (
    <CsvExport
      filename="audit.csv"
      fetchFile={async (signal) => {
        const { fetchAuditCsv } = await loadScriptTwice(() => import("./export-csv"));
        return fetchAuditCsv(query, signal);
      }}
    >
      Export CSV
    </CsvExport>
  );
}
