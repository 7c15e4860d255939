import { call } from "@/lib/api/client";
import { userContract } from "@/lib/user/contract";
import type { BulkResult } from "@/lib/user/schema";

/** What one action may be done to at once. */
export const MAX_BULK = 10_000;

export type BulkAction = "enable" | "disable" | "delete";

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
    ? call(userContract.bulkDelete, { query, body: { ids } })
    : call(userContract.bulkStatus, { query, body: { ids, disable: action === "disable" } });
}
