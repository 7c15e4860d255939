import { ArrowRight, Copy } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { CellLink } from "@/components/ui/cell-link";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { networkActions, type NetworkActionKind } from "@/components/network/network-actions";
import type { ListedNetwork } from "@/lib/network/schema";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";

export function networksColumns({
  actor,
  onAction,
}: {
  actor: Actor;
  onAction: (action: NetworkActionKind, netid: string) => void;
}): AppColumns<ListedNetwork> {
  const actions = networkActions(actor);
  return [
    column.display({
      id: "netid",
      enableHiding: false,
      header: "Network",
      meta: { label: "Network", width: "minmax(11rem,1.4fr)", card: "title" },
      cell: ({ row }) => (
        <CellLink href={paths.network(row.original.netid)} isMain>
          {row.original.netid}
        </CellLink>
      ),
    }),
    ...rangeColumns,
    rowMenuColumn<ListedNetwork>({
      label: ({ netid }) => `Actions for ${netid}`,
      entries: ({ netid }) => [
        { kind: "link", label: "Open", icon: <ArrowRight />, href: paths.network(netid) },
        { label: "Copy id", icon: <Copy />, onSelect: () => void copyText(netid, "Id copied") },
        ...actions.flatMap(({ action, ...entry }, index): MenuEntry[] => [
          ...(index === 0 ? [{ kind: "separator" } as const] : []),
          {
            ...entry,
            onSelect: () => {
              onAction(action, netid);
            },
          },
        ]),
      ],
    }),
  ];
}

const column = createAppColumnHelper<ListedNetwork>();

const rangeColumns: AppColumns<ListedNetwork> = [
  column.display({
    id: "addressrange",
    header: "IPv4 range",
    meta: { label: "IPv4 range", width: "minmax(9rem,1fr)" },
    cell: ({ row }) => <Range range={row.original.addressrange} />,
  }),
  column.display({
    id: "addressrange6",
    header: "IPv6 range",
    meta: { label: "IPv6 range", width: "minmax(9rem,1fr)" },
    cell: ({ row }) => <Range range={row.original.addressrange6} />,
  }),
];

function Range({ range }: { range: string }) {
  if (range === "") return <span className="text-ink-3">None</span>;
  return <span className="font-mono text-sm [overflow-wrap:anywhere]">{range}</span>;
}
