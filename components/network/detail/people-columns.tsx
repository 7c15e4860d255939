import { ArrowRight, UserMinus } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { groupsIn, reasonWords, rolesIn } from "@/components/reason/reason-words";
import { BadgeList } from "@/components/ui/badge";
import { UserCell } from "@/components/user/user-cell";
import { UserStatus } from "@/components/user/user-status";
import { nameOf } from "@/components/user/user-words";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isSelf, platformRoleNames, type Actor } from "@/lib/permissions";
import type { NetworkUser } from "@/lib/user/schema";

export function peopleColumns({
  actor,
  refusalOf,
  onRemove,
}: {
  actor: Actor;
  /** Why this person cannot be removed here. */
  refusalOf: (user: NetworkUser) => string | null;
  onRemove: (usernames: readonly string[]) => void;
}): AppColumns<NetworkUser> {
  return [
    column.display({
      id: "user",
      enableHiding: false,
      header: "Person",
      meta: { label: "Person", width: "minmax(13rem,2fr)", card: "title", skeleton: "person" },
      cell: ({ row }) => (
        <UserCell user={row.original} isSelf={isSelf(actor, row.original.username)} />
      ),
    }),
    ...stateColumns,
    rowMenuColumn<NetworkUser>({
      label: (user) => `Actions for ${isolated(nameOf(user))}`,
      entries: (user) => [
        {
          kind: "link",
          label: "Show all access",
          icon: <ArrowRight />,
          href: paths.user(user.username, "access"),
        },
        { kind: "separator" },
        {
          label: "Remove from network…",
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

const column = createAppColumnHelper<NetworkUser>();

const stateColumns: AppColumns<NetworkUser> = [
  column.display({
    id: "through",
    header: "Through",
    meta: { label: "Through", width: "minmax(8.75rem,1.6fr)" },
    cell: ({ row }) => <Through user={row.original} />,
  }),
  column.display({
    id: "roles",
    header: "Roles here",
    meta: { label: "Roles here", width: "minmax(8rem,1.2fr)", from: 48 },
    cell: ({ row }) => <BadgeList labels={rolesIn(row.original.reasons)} max={1} />,
  }),
  column.display({
    id: "platform_role_id",
    header: "Platform role",
    meta: { label: "Platform role", width: "minmax(7rem,.8fr)" },
    cell: ({ row }) => platformRoleNames[row.original.platform_role_id],
  }),
  column.display({
    id: "status",
    header: "Status",
    meta: { label: "Status", width: "minmax(6.25rem,.6fr)", from: 48 },
    cell: ({ row }) => <UserStatus isDisabled={row.original.account_disabled} />,
  }),
];

/** The groups that let somebody in; the whole reasons on hover. */
function Through({ user: { reasons } }: { user: NetworkUser }) {
  return (
    <span title={reasons.map(reasonWords).join("\n")}>
      <BadgeList labels={groupsIn(reasons)} max={1} />
    </span>
  );
}
