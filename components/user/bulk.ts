import type { BulkAction } from "@/components/bulk/plan";
import type { BulkResult } from "@/lib/user/schema";
import { callUsers } from "./calls";

export interface Bulk {
  action: BulkAction;
  usernames: readonly string[];
}

interface BulkCall extends Bulk {
  /** Only tells what would be done. */
  isDryRun: boolean;
}

export function callBulk({ action, usernames, isDryRun }: BulkCall): Promise<BulkResult> {
  const ids = [...usernames];
  const query = { dry_run: isDryRun ? "true" : "false" } as const;
  return action === "delete"
    ? callUsers("bulkDelete", { query, body: { ids } })
    : callUsers("bulkStatus", { query, body: { ids, disable: action === "disable" } });
}
