import { defineList, manyOf } from "@/components/data-table/list-params";
import type { InviteListQuery } from "@/lib/invite/schema";
import { inviteSorts, inviteStates, mailStatuses } from "@/lib/invite/values";
import { platformRoles } from "@/lib/permissions";

/** The list of invites, for the page that loads it and the table that shows it. */
export const invitesList = defineList<InviteListQuery>({
  sorts: inviteSorts,
  defaultSort: "created_at",
  defaultOrder: "desc",
  filters: {
    state: manyOf(inviteStates),
    mail_status: manyOf(mailStatuses),
    role: manyOf(platformRoles),
  },
});
