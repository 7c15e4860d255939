import { ArrowRight, Copy } from "lucide-react";
import type { AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { copyText } from "@/components/ui/copy-text";
import { groupActions, type GroupActionKind } from "@/components/group/group-actions";
import { groupColumns } from "@/components/group/group-columns";
import { isolated } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";

export function groupsColumns({
  actor,
  onAction,
}: {
  actor: Actor;
  onAction: (action: GroupActionKind, group: UserGroup) => void;
}): AppColumns<UserGroup> {
  return [
    ...groupColumns,
    rowMenuColumn<UserGroup>({
      label: ({ name }) => `Actions for ${isolated(name)}`,
      entries: (group) => [
        { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.group(group.id) },
        {
          label: "Copy id",
          icon: <Copy />,
          onSelect: () => void copyText(group.id, "Id copied"),
        },
        { kind: "separator" },
        ...groupActions(actor, group).map(({ action, ...entry }) => ({
          ...entry,
          onSelect: () => {
            onAction(action, group);
          },
        })),
      ],
    }),
  ];
}
