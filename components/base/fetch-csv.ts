import { ApiError, unreachable } from "@/lib/api/api-error";
import { urlOf } from "@/lib/api/call";
import { pageUserHeader } from "@/lib/page-user";

/**
 * The whole selection of a list as a file. The browser keeps what streams in on the disk, so a million rows need no
 * memory; and it is a file only once it is complete.
 * @throws ApiError for a refusal, Error when the stream broke off
 */
export async function fetchCsv(
  contract: Parameters<typeof urlOf>[0],
  query: object,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(urlOf(contract, {}, query), {
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
