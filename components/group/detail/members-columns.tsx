import { ArrowRight, UserMinus } from "lucide-react";
import type { AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import {
  lastSignInColumn,
  roleColumn,
  statusColumn,
  userColumn,
} from "@/components/user/user-columns";
import { nameOf } from "@/components/user/user-words";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
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
    userColumn({ actor, header: "Member" }),
    roleColumn,
    statusColumn,
    lastSignInColumn,
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
