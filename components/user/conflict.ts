/** What of a user somebody else may have changed meanwhile, in words. */
import type { FieldWords } from "@/components/form/conflict";
import { formatList, isolated } from "@/lib/format";
import { platformRoleNames } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { groupName } from "./user-labels";

export const userFields: readonly FieldWords<User>[] = [
  {
    key: "display_name",
    label: "Display name",
    words: ({ display_name: name }) => (name ? `“${isolated(name)}”` : "none"),
  },
  {
    key: "platform_role_id",
    label: "Role",
    words: ({ platform_role_id: role }) => (role ? platformRoleNames[role] : ""),
  },
  {
    key: "account_disabled",
    label: "Status",
    words: ({ account_disabled: isDisabled }) => (isDisabled ? "Disabled" : "Enabled"),
  },
  {
    key: "user_group_ids",
    label: "Groups",
    words: ({ user_group_ids: groups = {} }) => {
      const names = Object.keys(groups).map(groupName).sort();
      return names.length === 0 ? "none" : formatList(names);
    },
  },
  {
    key: "is_mfa_enabled",
    label: "MFA",
    words: ({ is_mfa_enabled: isOn }) => (isOn ? "On" : "Off"),
  },
];
