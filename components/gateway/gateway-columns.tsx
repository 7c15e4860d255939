import Link from "next/link";
import {
  createAppColumnHelper,
  type AppColumns,
  type TableStep,
} from "@/components/data-table/app-table";
import { Badge } from "@/components/ui/badge";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import { formatNumber } from "@/lib/format";
import type { GatewayPage } from "@/lib/gateway/schema";
import { paths } from "@/lib/paths";
import { GatewayStatus } from "./gateway-status";
import { endpointOf } from "./gateway-words";

export type ListedGateway = GatewayPage["data"][number];

const column = createAppColumnHelper<ListedGateway>();

export const nameColumn = column.display({
  id: "gw_name",
  enableHiding: false,
  header: "Name",
  meta: { label: "Name", width: "minmax(11rem,1.6fr)", card: "title" },
  cell: ({ row }) => <GatewayCell gateway={row.original} />,
});

export const networkColumn = column.display({
  id: "network",
  header: "Network",
  meta: { label: "Network", width: "minmax(8rem,1fr)" },
  cell: ({ row }) => (
    <Link
      href={paths.network(row.original.network)}
      prefetch={false}
      className="rounded-sm [overflow-wrap:anywhere] hover:underline"
    >
      <LinkLabel>
        <Name>{row.original.network}</Name>
      </LinkLabel>
    </Link>
  ),
});

/** What every list of gateways shows of each beside its name and network. @param from where there is room for endpoints */
export function stateColumns(from?: TableStep): AppColumns<ListedGateway> {
  return [
    column.display({
      id: "status",
      header: "Status",
      meta: { label: "Status", width: "minmax(8rem,.8fr)" },
      cell: ({ row }) => <GatewayStatus status={row.original.status} />,
    }),
    column.display({
      id: "endpoint",
      header: "Endpoint",
      meta: { label: "Endpoint", width: "minmax(10rem,1.4fr)", ...(from && { from }) },
      cell: ({ row }) => <Endpoint gateway={row.original} />,
    }),
    column.display({
      id: "client_configs",
      header: "Client configs",
      meta: { label: "Client configs", width: "minmax(7rem,.6fr)" },
      cell: ({ row }) => formatNumber(row.original.client_configs),
    }),
  ];
}

function GatewayCell({ gateway: { id, gw_name: name, ...gateway } }: { gateway: ListedGateway }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link
        href={paths.gateway(id)}
        prefetch={false}
        title={name}
        className="min-w-0 rounded-sm font-medium [overflow-wrap:anywhere] hover:underline @min-[40rem]/table:truncate"
      >
        <LinkLabel>
          <Name>{name}</Name>
        </LinkLabel>
      </Link>
      {gateway.is_internet_gateway && <Badge>Internet</Badge>}
    </span>
  );
}

function Endpoint({ gateway }: { gateway: ListedGateway }) {
  const endpoint = endpointOf(gateway);
  const more = gateway.allowed_endpoints.slice(1);
  if (endpoint === null) return <span className="text-ink-3">None</span>;
  return (
    <span title={[endpoint, ...more].join("\n")} className="min-w-0">
      <span className="font-mono text-sm [overflow-wrap:anywhere]">{endpoint}</span>
      {more.length > 0 && (
        <span className="ms-1.5 text-xs text-ink-3">
          +{more.length}
          <span className="sr-only"> more: {more.join(", ")}</span>
        </span>
      )}
    </span>
  );
}

export function gatewayIdOf({ id }: ListedGateway): string {
  return id;
}

export function gatewayNameOf({ gw_name: name }: ListedGateway): string {
  return name;
}
