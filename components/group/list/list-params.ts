import { defineList, manyTexts, oneOf } from "@/components/data-table/list-params";
import { groupSorts } from "@/lib/group/values";
import type { GroupListQuery } from "@/lib/group/schema";

/** The list of groups, for the page that loads it and the table that shows it. */
export const groupsList = defineList<GroupListQuery>({
  sorts: groupSorts,
  defaultSort: "name",
  filters: { default: oneOf(["true", "false"]), network: manyTexts() },
});
