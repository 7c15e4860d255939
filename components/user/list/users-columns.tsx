import Link from "next/link";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatNumber, isolated, pluralOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import {
  lastSignInColumn,
  roleColumn,
  statusColumn,
  userColumn,
} from "@/components/user/user-columns";
import type { UserActionKind } from "@/components/user/user-actions";
import { userMenu } from "./user-menu";
import { GroupBadges } from "@/components/lookup/group-badges";
import { nameOf } from "@/components/user/user-words";

export function usersColumns({
  actor,
  onAction,
}: {
  actor: Actor;
  onAction: (kind: UserActionKind, user: User) => void;
}): AppColumns<User> {
  return [
    userColumn({ actor, header: "User" }),
    ...stateColumns,
    rowMenuColumn<User>({
      label: (user) => `Actions for ${isolated(nameOf(user))}`,
      entries: (user) => userMenu({ actor, user, onAction }),
    }),
  ];
}

const column = createAppColumnHelper<User>();

const stateColumns: AppColumns<User> = [
  roleColumn,
  statusColumn,
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
  lastSignInColumn,
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
