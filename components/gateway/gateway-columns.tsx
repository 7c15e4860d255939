import {
  createAppColumnHelper,
  type AppColumns,
  type TableStep,
} from "@/components/data-table/app-table";
import { Badge } from "@/components/ui/badge";
import { CellLink } from "@/components/ui/cell-link";
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
    <CellLink href={paths.network(row.original.network)}>{row.original.network}</CellLink>
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
      <CellLink href={paths.gateway(id)} isMain>
        {name}
      </CellLink>
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
