import { defineList } from "@/components/data-table/list-params";
import type { GroupListQuery } from "@/lib/group/schema";
import { groupSorts } from "@/lib/group/values";

/** The groups that grant one role. */
export const groupsOfRoleList = defineList<GroupListQuery>({
  sorts: groupSorts,
  defaultSort: "name",
  perPage: 25,
  filters: {},
});
