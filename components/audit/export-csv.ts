import { ApiError, unreachable } from "@/lib/api/api-error";
import { auditContract } from "@/lib/audit/contract";
import { pageUserHeader } from "@/lib/page-user";
import type { AuditListInput } from "./list-params";

/**
 * The whole selection as a file. The browser keeps what streams in on the disk, so a million rows need no
 * memory; and it is a file only once it is complete.
 * @throws ApiError for a refusal, Error when the stream broke off
 */
export async function fetchCsv(query: AuditListInput, signal: AbortSignal): Promise<Blob> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries<string | undefined>(query)) {
    if (value !== undefined) search.set(key, value);
  }
  const response = await fetch(`${auditContract.list.path}?${search.toString()}`, {
    headers: { ...pageUserHeader(), Accept: "text/csv" },
    signal,
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    throw new ApiError(response.status, body, response.headers);
  }
  return response.blob().catch(() => {
    throw new Error("The export stopped before it was complete. Try again.");
  });
}
