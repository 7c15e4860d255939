/** Why one has a gateway, in one line for whoever has it. */
import { groupsIn } from "@/components/reason/reason-words";
import { formatList, isolated } from "@/lib/format";
import type { Reason } from "@/lib/reach/reasons";

/** @example "Because you are in “Field team”" */
export function whyWords(reasons: readonly Reason[]): string {
  if (reasons.some(({ kind }) => kind === "admin")) return "Because you are an administrator";
  const isAttached = reasons.some(({ kind }) => kind === "attachment");
  const groups = groupsIn(reasons).map((name) => `“${isolated(name)}”`);
  const membership = `because you are in ${formatList(groups)}`;
  if (!isAttached) return groups.length === 0 ? "" : `B${membership.slice(1)}`;
  return groups.length === 0 ? "Given to you directly" : `Given to you directly, and ${membership}`;
}
