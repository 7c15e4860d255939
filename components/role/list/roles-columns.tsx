import { ArrowRight, Copy } from "lucide-react";
import type { AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { copyText } from "@/components/ui/copy-text";
import { roleActions, type RoleActionKind } from "@/components/role/role-actions";
import { roleColumns } from "@/components/role/role-columns";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import type { ListedRole } from "@/lib/role/schema";

export function rolesColumns({
  actor,
  onAction,
}: {
  actor: Actor;
  onAction: (action: RoleActionKind, role: ListedRole) => void;
}): AppColumns<ListedRole> {
  return [
    ...roleColumns,
    rowMenuColumn<ListedRole>({
      label: ({ name }) => `Actions for ${isolated(name)}`,
      entries: (role) => [
        { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.role(role.id) },
        {
          label: "Copy id",
          icon: <Copy />,
          onSelect: () => void copyText(role.id, "Id copied"),
        },
        { kind: "separator" },
        ...roleActions(actor, role).map(({ action, ...entry }) => ({
          ...entry,
          onSelect: () => {
            onAction(action, role);
          },
        })),
      ],
    }),
  ];
}
