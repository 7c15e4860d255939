import { ArrowRight, UserMinus } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { RelativeTime } from "@/components/ui/relative-time";
import { UserCell } from "@/components/user/user-cell";
import { UserStatus } from "@/components/user/user-status";
import { nameOf } from "@/components/user/user-words";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isSelf, platformRoleNames, type Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";

export function membersColumns({
  actor,
  refusalOf,
  onRemove,
}: {
  actor: Actor;
  /** Why this member cannot be removed. */
  refusalOf: (user: User) => string | null;
  onRemove: (usernames: readonly string[]) => void;
}): AppColumns<User> {
  return [
    column.display({
      id: "user",
      enableHiding: false,
      header: "Member",
      meta: {
        label: "Member",
        width: "minmax(13rem,2.2fr)",
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
    }),
    ...stateColumns,
    rowMenuColumn<User>({
      label: (user) => `Actions for ${isolated(nameOf(user))}`,
      entries: (user) => [
        { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.user(user.username) },
        { kind: "separator" },
        {
          label: "Remove from group…",
          icon: <UserMinus />,
          isDanger: true,
          disabledReason: refusalOf(user),
          onSelect: () => {
            onRemove([user.username]);
          },
        },
      ],
    }),
  ];
}

const column = createAppColumnHelper<User>();

const stateColumns: AppColumns<User> = [
  column.display({
    id: "platform_role_id",
    header: "Role",
    meta: { label: "Role", width: "minmax(7rem,1fr)" },
    cell: ({ row }) => platformRoleNames[row.original.platform_role_id],
  }),
  column.display({
    id: "status",
    header: "Status",
    meta: { label: "Status", width: "minmax(6.25rem,.7fr)" },
    cell: ({ row }) => <UserStatus isDisabled={row.original.account_disabled} />,
  }),
  column.display({
    id: "last_login_time",
    header: "Last sign-in",
    meta: { label: "Last sign-in", width: "minmax(7.5rem,.9fr)" },
    cell: ({ row }) => <RelativeTime value={row.original.last_login_time} />,
  }),
];
