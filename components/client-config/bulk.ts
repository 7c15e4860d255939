import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { MAX_BULK } from "@/lib/user/values";
import type { BulkResult } from "@/lib/user/schema";
import { callConfigs } from "./calls";
import type { ConfigsInput } from "./list-params";
import { configsPageQuery } from "./queries";

export type ConfigBulkAction = "enable" | "disable" | "delete";

export interface ConfigBulk {
  action: ConfigBulkAction;
  ids: readonly string[];
}

export function callBulk(
  { action, ids: chosen }: ConfigBulk,
  { isDryRun }: { isDryRun: boolean },
): Promise<BulkResult> {
  const ids = [...chosen];
  const query = { dry_run: isDryRun ? "true" : "false" } as const;
  return action === "delete"
    ? callConfigs("bulkDelete", { query, body: { ids } })
    : callConfigs("bulkStatus", { query, body: { ids, disable: action === "disable" } });
}

/** What a bulk action would do, asked of the server each time. Below no other key: it stays while it is done. */
export function configBulkPreviewQuery(bulk: ConfigBulk) {
  return queryOptions({
    queryKey: ["client-configs-bulk-preview", bulk.action, bulk.ids] as const,
    queryFn: () => callBulk(bulk, { isDryRun: true }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

const PER_FETCH = 500;

/** The ids of all that match, at most {@link MAX_BULK}. */
export async function fetchMatching(
  client: QueryClient,
  input: ConfigsInput,
): Promise<{ ids: string[]; isCut: boolean }> {
  const ofPage = (page: number) =>
    client.query(
      configsPageQuery({
        ...input,
        sort: "clientid",
        order: "asc",
        page: String(page),
        per_page: String(PER_FETCH),
      }),
    );
  const first = await ofPage(1);
  const pageCount = Math.ceil(Math.min(first.total, MAX_BULK) / PER_FETCH);
  const later = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => ofPage(index + 2));
  const pages = [first, ...(await Promise.all(later))];
  const ids = pages.flatMap(({ data }) => data.map(({ clientid }) => clientid));
  return { ids: [...new Set(ids)].slice(0, MAX_BULK), isCut: first.total > MAX_BULK };
}
