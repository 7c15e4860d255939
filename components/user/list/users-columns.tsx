import Link from "next/link";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatNumber, isolated, pluralOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isSelf, platformRoleNames, type Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { UserCell } from "@/components/user/user-cell";
import type { UserActionKind } from "@/components/user/user-actions";
import { userMenu } from "./user-menu";
import { UserStatus } from "@/components/user/user-status";
import { GroupBadges } from "./group-badges";
import { nameOf } from "@/components/user/user-words";

export function usersColumns({
  actor,
  onAction,
}: {
  actor: Actor;
  onAction: (kind: UserActionKind, user: User) => void;
}): AppColumns<User> {
  return [
    column.display({
      id: "user",
      enableHiding: false,
      header: "User",
      meta: {
        label: "User",
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
    }),
    ...stateColumns,
    rowMenuColumn<User>({
      label: (user) => `Actions for ${isolated(nameOf(user))}`,
      entries: (user) => userMenu({ actor, user, onAction }),
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
    id: "groups",
    header: "Groups",
    meta: { label: "Groups", width: "minmax(8rem,1.4fr)" },
    cell: ({ row }) => <GroupBadges ids={Object.keys(row.original.user_group_ids)} />,
  }),
  column.display({
    id: "mfa",
    header: "MFA",
    meta: { label: "MFA", width: "minmax(3.5rem,.4fr)", card: "none", from: 56 },
    cell: ({ row }) => (row.original.is_mfa_enabled ? "On" : <Nothing>Off</Nothing>),
  }),
  column.display({
    id: "last_login_time",
    header: "Last sign-in",
    meta: { label: "Last sign-in", width: "minmax(7.5rem,.9fr)", from: 48 },
    cell: ({ row }) => <RelativeTime value={row.original.last_login_time} />,
  }),
  column.display({
    id: "tokens",
    header: "Tokens",
    meta: { label: "API tokens", width: "minmax(4rem,.4fr)", card: "none", from: 56 },
    cell: ({ row }) => <TokenCount user={row.original} />,
  }),
  column.display({
    id: "created_at",
    header: "Created",
    meta: { label: "Created", width: "minmax(7.75rem,.8fr)", card: "none", from: 64 },
    cell: ({ row }) => <RelativeTime value={row.original.created_at} className="text-ink-3" />,
  }),
];

function TokenCount({ user }: { user: User }) {
  const count = user.num_access_tokens;
  if (count === 0) return <Nothing>–</Nothing>;
  return (
    <Link
      href={paths.user(user.username, "tokens")}
      prefetch={false}
      className="rounded-sm hover:underline"
    >
      {formatNumber(count)}
      <span className="sr-only">
        {" "}
        {pluralOf(count, "API token")} of <Name>{nameOf(user)}</Name>
      </span>
    </Link>
  );
}

function Nothing({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}
