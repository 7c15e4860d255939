/** Two people changed the same user: what the other one changed, in words. */
import { ApiError } from "@/lib/api/client";
import type { Versioned } from "@/lib/errors";
import { formatList } from "@/lib/format";
import { platformRoleNames } from "@/lib/permissions";
import { user, type User } from "@/lib/user/schema";
import { groupName } from "./user-words";

/** The user as it is now, when a write was refused because somebody else's came before it; else null. */
export function conflictOf(error: unknown): Versioned<User> | null {
  if (!(error instanceof ApiError) || error.current === null) return null;
  const entity = user.safeParse(error.current.entity);
  return entity.success ? { entity: entity.data, etag: error.current.etag } : null;
}

/** One thing that is different now. */
export interface Difference {
  key: string;
  label: string;
  before: string;
  now: string;
}

export function differencesBetween(before: User, now: User): Difference[] {
  return fields
    .map(({ key, label, words }) => ({ key, label, before: words(before), now: words(now) }))
    .filter((difference) => difference.before !== difference.now);
}

export const fields = [
  {
    key: "display_name",
    label: "Display name",
    words: ({ display_name: name }: Partial<User>) => (name ? `“${name}”` : "none"),
  },
  {
    key: "platform_role_id",
    label: "Role",
    words: ({ platform_role_id: role }: Partial<User>) => (role ? platformRoleNames[role] : ""),
  },
  {
    key: "account_disabled",
    label: "Status",
    words: ({ account_disabled: isDisabled }: Partial<User>) =>
      isDisabled ? "Disabled" : "Enabled",
  },
  {
    key: "user_group_ids",
    label: "Groups",
    words: ({ user_group_ids: groups = {} }: Partial<User>) => {
      const names = Object.keys(groups).map(groupName).sort();
      return names.length === 0 ? "none" : formatList(names);
    },
  },
  {
    key: "is_mfa_enabled",
    label: "MFA",
    words: ({ is_mfa_enabled: isOn }: Partial<User>) => (isOn ? "On" : "Off"),
  },
] as const;
