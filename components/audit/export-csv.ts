import { fetchCsv } from "@/components/base/fetch-csv";
import { auditContract } from "@/lib/audit/contract";
import type { AuditListInput } from "./list-params";

export function fetchAuditCsv(query: AuditListInput, signal: AbortSignal): Promise<Blob> {
  return fetchCsv(auditContract.list, query, signal);
}
