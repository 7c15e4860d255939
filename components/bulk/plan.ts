import type { BulkResult } from "@/lib/user/schema";

export type BulkAction = "enable" | "disable" | "delete";

export type Skipped = BulkResult["skipped"][number];

/** What a bulk action would do, by ids. */
export interface BulkPlan {
  changing: readonly string[];
  /** Already as they are to be. */
  unchanged: readonly string[];
  skipped: readonly Skipped[];
}

export function planOf(
  { done, skipped }: Pick<BulkResult, "done" | "skipped">,
  isUnchanged: (id: string) => boolean,
): BulkPlan {
  return {
    changing: done.filter((id) => !isUnchanged(id)),
    unchanged: done.filter(isUnchanged),
    skipped,
  };
}

/** Why a plan cannot be carried out: it is not known yet, or would change nothing. @param done "disabled" */
export function planRefusal(plan: BulkPlan | undefined, done: string): string | null {
  if (!plan) return "Still checking what can be done.";
  if (plan.changing.length > 0) return null;
  return plan.unchanged.length > 0 ? `They are already ${done}.` : `None of them can be ${done}.`;
}

/** Whether nothing was skipped but what the plan had said: then nothing needs a look. */
export function isForeseen(plan: BulkPlan | undefined, skipped: readonly Skipped[]): boolean {
  const foreseen = new Set(plan?.skipped.map(({ id }) => id));
  return skipped.every(({ id }) => foreseen.has(id));
}

/** Those that are skipped for the same reason together, in the order of the reasons. */
export function byReason(skipped: readonly Skipped[]): [reason: string, ids: string[]][] {
  const groups = new Map<string, string[]>();
  for (const { id, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  return [...groups];
}
