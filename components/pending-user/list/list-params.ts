import { defineList, manyTexts } from "@/components/data-table/list-params";
import type { PendingUserListQuery } from "@/lib/pending-user/schema";
import { pendingUserSorts } from "@/lib/pending-user/values";

/** The list of pending users, for the page that loads it and the table that shows it: who waits longest comes first. */
export const pendingUsersList = defineList<PendingUserListQuery>({
  sorts: pendingUserSorts,
  defaultSort: "created_at",
  filters: { provider: manyTexts() },
});
