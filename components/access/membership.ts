import type { AccessChangeInput } from "@/components/what-if/use-what-if";
import type { Access } from "@/lib/access/schema";
import { toIdSet } from "@/lib/wire";

/** The change of somebody's groups, as it would be sent. */
export function withGroups(
  { username, groups }: Access,
  change: { joins?: string; leaves?: string },
): AccessChangeInput {
  const { joins, leaves } = change;
  const ids = groups.map(({ id }) => id).filter((id) => id !== leaves);
  const wanted = joins === undefined || ids.includes(joins) ? ids : [...ids, joins];
  return { user: { username, user_group_ids: toIdSet(wanted) } };
}
