import type { ListFilter } from "@/components/data-table/list-filter";
import { mailStatusNames } from "@/components/invite/words";
import { mailStatuses } from "@/lib/invite/values";
import { platformRoleNames, platformRoles } from "@/lib/permissions";

export const invitesFilters: readonly ListFilter[] = [
  {
    key: "state",
    label: "State",
    options: [
      { value: "valid", label: "Valid" },
      { value: "expired", label: "Expired" },
    ],
  },
  {
    key: "mail_status",
    label: "Mail",
    options: mailStatuses.map((value) => ({ value, label: mailStatusNames[value] })),
  },
  {
    key: "role",
    label: "Role",
    // Nobody is invited to be the super admin.
    options: platformRoles
      .filter((role) => role !== "super-admin")
      .map((value) => ({ value, label: platformRoleNames[value] })),
  },
];
