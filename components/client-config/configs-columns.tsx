import { ArrowRight, Copy, Download } from "lucide-react";
import {
  createAppColumnHelper,
  type AppColumns,
  type ColumnMeta,
} from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { CellLink } from "@/components/ui/cell-link";
import { copyText } from "@/components/ui/copy-text";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ClientConfig } from "@/lib/client-config/schema";
import { isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import { configActions, fileRefusal, type ConfigActionKind } from "./config-actions";
import { Addresses, ConfigSwitch } from "./config-parts";
import { isNamed, kindOf, kindWords, modifiedAt, nameOf } from "./config-words";
import type { ConfigsScope } from "./list-params";
import { OwnerLink } from "./owner-link";
import { GatewayLink, NetworkLink } from "./place-links";

export function configsColumns({
  actor,
  scope,
  onAction,
  onDownload,
}: {
  actor: Actor;
  scope: ConfigsScope;
  onAction: (action: ConfigActionKind, config: ClientConfig) => void;
  onDownload: (config: ClientConfig) => void;
}): AppColumns<ClientConfig> {
  return [
    idColumn,
    ...(scope.owner === undefined ? [ownerColumn] : []),
    ...(scope.network === undefined && scope.gateway === undefined ? [networkColumn] : []),
    ...(scope.gateway === undefined ? [gatewayColumn] : []),
    ...stateColumns,
    rowMenuColumn<ClientConfig>({
      label: (config) => `Actions for ${isolated(nameOf(config))}`,
      entries: (config) => [
        {
          kind: "link",
          label: "Open",
          icon: <ArrowRight />,
          href: paths.clientConfig(config.clientid),
        },
        {
          label: "Copy id",
          icon: <Copy />,
          onSelect: () => void copyText(config.clientid, "Id copied"),
        },
        {
          label: "Download file",
          icon: <Download />,
          disabledReason: fileRefusal(config),
          onSelect: () => {
            onDownload(config);
          },
        },
        { kind: "separator" },
        ...configActions(actor, config).map(({ action, ...entry }) => ({
          ...entry,
          onSelect: () => {
            onAction(action, config);
          },
        })),
      ],
    }),
  ];
}

const column = createAppColumnHelper<ClientConfig>();

const idColumn = column.display({
  id: "clientid",
  enableHiding: false,
  header: "Device or id",
  meta: { label: "Id", width: "minmax(9.5rem,1.4fr)", card: "title" },
  cell: ({ row }) => <ConfigCell config={row.original} />,
});

const ownerColumn = column.display({
  id: "ownerid",
  header: "Owner",
  meta: { label: "Owner", width: "minmax(8.5rem,1.2fr)" },
  cell: ({ row }) => <OwnerLink username={row.original.ownerid} />,
});

const networkColumn = column.display({
  id: "network",
  header: "Network",
  meta: { label: "Network", width: "minmax(7rem,.9fr)", from: 56 },
  cell: ({ row }) => <NetworkLink netid={row.original.network} />,
});

const gatewayColumn = column.display({
  id: "gateway",
  header: "Gateway",
  meta: { label: "Gateway", width: "minmax(8rem,1fr)", from: 48 },
  cell: ({ row }) => <GatewayLink config={row.original} />,
});

const addressSorts: NonNullable<ColumnMeta["sorts"]> = [
  { key: "address", label: "IPv4" },
  { key: "address6", label: "IPv6" },
];

const stateColumns: AppColumns<ClientConfig> = [
  column.display({
    id: "addresses",
    header: "Addresses",
    meta: { label: "Addresses", width: "minmax(9rem,1.1fr)", sorts: addressSorts },
    cell: ({ row }) => <Addresses config={row.original} />,
  }),
  column.display({
    id: "enabled",
    header: "State",
    meta: { label: "State", width: "minmax(4.5rem,.4fr)" },
    cell: ({ row }) => <ConfigSwitch isOn={row.original.enabled} />,
  }),
  column.display({
    id: "kind",
    header: "Kind",
    meta: { label: "Kind", width: "minmax(4.5rem,.4fr)", card: "none", from: 56 },
    cell: ({ row }) => kindWords[kindOf(row.original)],
  }),
  column.display({
    id: "lastmodified",
    header: "Changed",
    meta: { label: "Last changed", width: "minmax(7.5rem,.6fr)", card: "none", from: 64 },
    cell: ({ row }) => <RelativeTime value={modifiedAt(row.original)} className="text-ink-3" />,
  }),
];

function ConfigCell({ config }: { config: ClientConfig }) {
  return (
    <>
      <CellLink href={paths.clientConfig(config.clientid)} isMain>
        {nameOf(config)}
      </CellLink>
      {isNamed(config) && (
        <span
          title={config.clientid}
          className="block font-mono text-xs [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate"
        >
          {config.clientid}
        </span>
      )}
    </>
  );
}
