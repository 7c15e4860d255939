import type { ReactNode } from "react";
import { ArrowRight } from "lucide-react";
import { createAppColumnHelper } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isSelf, type Actor } from "@/lib/permissions";
import type { NetworkUser } from "@/lib/user/schema";
import { UserCell } from "./user-cell";
import { nameOf } from "./user-words";

const column = createAppColumnHelper<NetworkUser>();

/** Who a row of a list is about whose order is fixed. */
export function personColumn(actor: Actor) {
  return column.display({
    id: "user",
    enableHiding: false,
    header: "Person",
    meta: { label: "Person", width: "minmax(13rem,2fr)", card: "title", skeleton: "person" },
    cell: ({ row }) => (
      <UserCell user={row.original} isSelf={isSelf(actor, row.original.username)} />
    ),
  });
}

/** A way to all that somebody reaches, and one to take away what the list is about. */
export function personMenuColumn({
  label,
  icon,
  refusalOf,
  onChoose,
}: {
  /** "Remove from network…" */
  label: string;
  icon: ReactNode;
  refusalOf: (user: NetworkUser) => string | null;
  onChoose: (usernames: readonly string[]) => void;
}) {
  return rowMenuColumn<NetworkUser>({
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
        label,
        icon,
        isDanger: true,
        disabledReason: refusalOf(user),
        onSelect: () => {
          onChoose([user.username]);
        },
      },
    ],
  });
}
