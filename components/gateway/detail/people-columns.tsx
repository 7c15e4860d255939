import { ArrowRight, Unlink } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { UserCell } from "@/components/user/user-cell";
import { nameOf } from "@/components/user/user-words";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isSelf, platformRoleNames, type Actor } from "@/lib/permissions";
import type { NetworkUser } from "@/lib/user/schema";
import { ReasonLines } from "./reason-lines";

export function peopleColumns({
  actor,
  refusalOf,
  onDetach,
}: {
  actor: Actor;
  /** Why this person cannot be detached. */
  refusalOf: (user: NetworkUser) => string | null;
  onDetach: (usernames: readonly string[]) => void;
}): AppColumns<NetworkUser> {
  return [
    column.display({
      id: "user",
      enableHiding: false,
      header: "Person",
      meta: { label: "Person", width: "minmax(13rem,1.6fr)", card: "title", skeleton: "person" },
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
          label: "Detach from gateway…",
          icon: <Unlink />,
          isDanger: true,
          disabledReason: refusalOf(user),
          onSelect: () => {
            onDetach([user.username]);
          },
        },
      ],
    }),
  ];
}

const column = createAppColumnHelper<NetworkUser>();

const stateColumns: AppColumns<NetworkUser> = [
  column.display({
    id: "reasons",
    header: "Has it",
    meta: { label: "Has it", width: "minmax(14rem,2.4fr)" },
    cell: ({ row }) => <ReasonLines reasons={row.original.reasons} />,
  }),
  column.display({
    id: "platform_role_id",
    header: "Platform role",
    meta: { label: "Platform role", width: "minmax(7rem,.8fr)", from: 48 },
    cell: ({ row }) => platformRoleNames[row.original.platform_role_id],
  }),
];
