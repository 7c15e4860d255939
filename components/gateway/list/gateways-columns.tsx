import { ArrowRight, Copy, Trash2 } from "lucide-react";
import type { AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { gatewayChange } from "@/components/gateway/gateway-actions";
import {
  nameColumn,
  networkColumn,
  stateColumns,
  type ListedGateway,
} from "@/components/gateway/gateway-columns";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";

export function gatewaysColumns({
  actor,
  onDelete,
}: {
  actor: Actor;
  onDelete: (gateway: ListedGateway) => void;
}): AppColumns<ListedGateway> {
  const { isShown, disabledReason } = gatewayChange(actor);
  return [
    nameColumn,
    networkColumn,
    ...stateColumns(48),
    rowMenuColumn<ListedGateway>({
      label: ({ gw_name: name }) => `Actions for ${isolated(name)}`,
      entries: (gateway) => [
        ...commonEntries(gateway),
        ...(isShown
          ? ([
              { kind: "separator" },
              {
                label: "Delete gateway…",
                icon: <Trash2 />,
                isDanger: true,
                disabledReason,
                onSelect: () => {
                  onDelete(gateway);
                },
              },
            ] as const)
          : []),
      ],
    }),
  ];
}

function commonEntries({ id }: ListedGateway): MenuEntry[] {
  return [
    { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.gateway(id) },
    { label: "Copy id", icon: <Copy />, onSelect: () => void copyText(id, "Id copied") },
  ];
}
