import type { ListFilter } from "@/components/data-table/list-filter";
import { platformRoleNames, platformRoles } from "@/lib/permissions";

export const membersFilters: readonly ListFilter[] = [
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
];
