import type { BulkResult } from "@/lib/user/schema";
import type { ConfigBulkAction } from "./bulk";
import type { KnownConfigs } from "./known-configs";

export type Skipped = BulkResult["skipped"][number];

export interface BulkPlan {
  changing: readonly string[];
  /** Already as they are to be. */
  unchanged: readonly string[];
  skipped: readonly Skipped[];
}

/** What would be done, without those that are already as they are to be. */
export function bulkPlan(
  action: ConfigBulkAction,
  { done, skipped }: Pick<BulkResult, "done" | "skipped">,
  known: KnownConfigs,
): BulkPlan {
  const isUnchanged = (id: string) =>
    action !== "delete" && known.get(id)?.enabled === (action === "enable");
  return {
    changing: done.filter((id) => !isUnchanged(id)),
    unchanged: done.filter(isUnchanged),
    skipped,
  };
}

/** Those that are skipped for the same reason together, in the order of the reasons. */
export function byReason(skipped: readonly Skipped[]): [reason: string, ids: string[]][] {
  const groups = new Map<string, string[]>();
  for (const { id, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  return [...groups];
}
