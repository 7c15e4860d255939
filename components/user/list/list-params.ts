import { defineList, filterOf, pageWithin } from "@/components/data-table/list-params";
import { platformRoles } from "@/lib/permissions";
import type { UserListQuery } from "@/lib/user/schema";
import { authTypes, userSorts } from "@/lib/user/values";

const switchStates = ["enabled", "disabled"] as const;

/** The users list's state in the URL, for the page that loads it and the table that shows it. */
export const usersList = defineList({
  sorts: userSorts,
  defaultSort: "username",
  filters: {
    role: filterOf(platformRoles),
    account_status: filterOf(switchStates),
    mfa_status: filterOf(switchStates),
    auth_type: filterOf(authTypes),
  },
});

type UsersState = Awaited<ReturnType<typeof usersList.load>>;

/** What the server is asked for; keys that say nothing are left out. */
export function usersQuery({ page, q, ...state }: UsersState): UserListQuery {
  return {
    page: pageWithin(page),
    per_page: state.per_page,
    sort: state.sort,
    order: state.order,
    ...(q !== "" && { q }),
    ...(state.role.length > 0 && { role: state.role }),
    ...(state.account_status.length > 0 && { account_status: state.account_status }),
    ...(state.mfa_status.length > 0 && { mfa_status: state.mfa_status }),
    ...(state.auth_type.length > 0 && { auth_type: state.auth_type }),
  };
}
