import type { ListFilter } from "@/components/data-table/list-filter";
import { groupOptions } from "@/components/lookup/groups";
import { networkOptions } from "@/components/lookup/networks";
import { platformRoleNames, platformRoles } from "@/lib/permissions";
import { authTypes } from "@/lib/user/values";
import { authTypeNames } from "@/components/user/user-labels";

export const usersFilters: readonly ListFilter[] = [
  {
    key: "role",
    label: "Role",
    options: platformRoles.map((role) => ({ value: role, label: platformRoleNames[role] })),
  },
  {
    key: "account_status",
    label: "Status",
    options: [
      { value: "enabled", label: "Enabled" },
      { value: "disabled", label: "Disabled" },
    ],
  },
  {
    key: "mfa_status",
    label: "MFA",
    options: [
      { value: "enabled", label: "On" },
      { value: "disabled", label: "Off" },
    ],
  },
  {
    key: "auth_type",
    label: "Sign-in",
    options: authTypes.map((type) => ({ value: type, label: authTypeNames[type] })),
  },
  { key: "group", label: "Group", kind: "search", source: groupOptions, isMany: true },
  { key: "network", label: "Network", kind: "search", source: networkOptions, isMany: true },
];
