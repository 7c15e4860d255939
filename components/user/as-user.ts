import type { User, UserDetail } from "@/lib/user/schema";
import { toIdSet } from "@/lib/wire";

/** The user without role and groups spelled out, as the policies take it. */
export function asUser({
  platform_role: _role,
  user_group_ids: groups,
  ...rest
}: UserDetail): User {
  return { ...rest, user_group_ids: toIdSet(Object.keys(groups)) };
}
