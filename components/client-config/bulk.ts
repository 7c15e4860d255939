import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { matchingIds } from "@/components/bulk/matching-ids";
import type { BulkAction } from "@/components/bulk/plan";
import type { BulkResult } from "@/lib/user/schema";
import { callConfigs } from "./calls";
import type { ConfigsInput } from "./list-params";
import { configsPageQuery } from "./queries";

export interface ConfigBulk {
  action: BulkAction;
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

/** The ids of all that match. */
export function matchingConfigs(client: QueryClient, input: ConfigsInput) {
  return matchingIds(
    ({ page, per_page: perPage }) =>
      client.query(
        configsPageQuery({
          ...input,
          sort: "clientid",
          order: "asc",
          page: String(page),
          per_page: String(perPage),
        }),
      ),
    ({ clientid }) => clientid,
  );
}
