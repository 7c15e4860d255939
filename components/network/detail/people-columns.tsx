import { UserMinus } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { groupsIn, reasonWords, rolesIn } from "@/components/reason/reason-words";
import { BadgeList } from "@/components/ui/badge";
import { personColumn, personMenuColumn } from "@/components/user/people-columns";
import { UserStatus } from "@/components/user/user-status";
import { platformRoleNames, type Actor } from "@/lib/permissions";
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
    personColumn(actor),
    ...stateColumns,
    personMenuColumn({
      label: "Remove from network…",
      icon: <UserMinus />,
      refusalOf,
      onChoose: onRemove,
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
