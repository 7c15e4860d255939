import { Unlink } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { personColumn, personMenuColumn } from "@/components/user/people-columns";
import { platformRoleNames, type Actor } from "@/lib/permissions";
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
    personColumn(actor),
    ...stateColumns,
    personMenuColumn({
      label: "Detach from gateway…",
      icon: <Unlink />,
      refusalOf,
      onChoose: onDetach,
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
