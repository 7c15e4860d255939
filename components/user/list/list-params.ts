import { defineList, manyOf, manyTexts } from "@/components/data-table/list-params";
import { platformRoles } from "@/lib/permissions";
import type { UserListQuery } from "@/lib/user/schema";
import { authTypes, userSorts } from "@/lib/user/values";

const switchStates = ["enabled", "disabled"] as const;

/** The list of users, for the page that loads it and the table that shows it. */
export const usersList = defineList<UserListQuery>({
  sorts: userSorts,
  defaultSort: "username",
  filters: {
    role: manyOf(platformRoles),
    account_status: manyOf(switchStates),
    mfa_status: manyOf(switchStates),
    auth_type: manyOf(authTypes),
    group: manyTexts(),
    network: manyTexts(),
  },
});
