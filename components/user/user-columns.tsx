import { createAppColumnHelper } from "@/components/data-table/app-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { isSelf, platformRoleNames, type Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { UserCell } from "./user-cell";
import { UserStatus } from "./user-status";

const column = createAppColumnHelper<User>();

/** Who a row is about. */
export function userColumn({ actor, header }: { actor: Actor; header: string }) {
  return column.display({
    id: "user",
    enableHiding: false,
    header,
    meta: {
      label: header,
      width: "minmax(12rem,2.2fr)",
      card: "title",
      skeleton: "person",
      sorts: [
        { key: "display_name", label: "Name" },
        { key: "username", label: "Username" },
      ],
    },
    cell: ({ row }) => (
      <UserCell user={row.original} isSelf={isSelf(actor, row.original.username)} />
    ),
  });
}

export const roleColumn = column.display({
  id: "platform_role_id",
  header: "Role",
  meta: { label: "Role", width: "minmax(7rem,1fr)" },
  cell: ({ row }) => platformRoleNames[row.original.platform_role_id],
});

export const statusColumn = column.display({
  id: "status",
  header: "Status",
  meta: { label: "Status", width: "minmax(6.25rem,.7fr)" },
  cell: ({ row }) => <UserStatus isDisabled={row.original.account_disabled} />,
});

export const lastSignInColumn = column.display({
  id: "last_login_time",
  header: "Last sign-in",
  meta: { label: "Last sign-in", width: "minmax(7.5rem,.9fr)", from: 48 },
  cell: ({ row }) => <RelativeTime value={row.original.last_login_time} />,
});
