import { defineList, manyOf } from "@/components/data-table/list-params";
import { platformRoles } from "@/lib/permissions";
import type { UserListQuery } from "@/lib/user/schema";
import { userSorts } from "@/lib/user/values";

/** The members of one group, for the page that loads them and the table that shows them. */
export const membersList = defineList<UserListQuery>({
  sorts: userSorts,
  defaultSort: "username",
  filters: { role: manyOf(platformRoles), account_status: manyOf(["enabled", "disabled"]) },
});
