import { ArrowRight, Copy } from "lucide-react";
import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { Badge } from "@/components/ui/badge";
import { CellLink } from "@/components/ui/cell-link";
import { copyText } from "@/components/ui/copy-text";
import { Address, ConfigSwitch } from "@/components/client-config/config-parts";
import { nameOf } from "@/components/client-config/config-words";
import { OwnerLink } from "@/components/client-config/owner-link";
import { GatewayLink } from "@/components/client-config/place-links";
import type { ClientConfig } from "@/lib/client-config/schema";
import type { AddressKey } from "@/lib/client-config/values";
import { paths } from "@/lib/paths";
import type { AddressRow } from "./rows";

/** @param netid of the network whose addresses they are; @param keys the families that it has */
export function addressesColumns(
  netid: string,
  keys: readonly AddressKey[],
): AppColumns<AddressRow> {
  return [
    ...keys.map((key, index) =>
      column.display({
        id: key,
        enableHiding: index > 0,
        header: labels[key],
        meta: {
          label: labels[key],
          width: key === "address" ? "minmax(8.5rem,.8fr)" : "minmax(9rem,1fr)",
          card: index === 0 ? "title" : "line",
        },
        cell: ({ row }) => <AddressCell address={row.original[key]} />,
      }),
    ),
    column.display({
      id: "owner",
      header: "Who",
      meta: { label: "Who", width: "minmax(9rem,1.2fr)" },
      cell: ({ row: { original } }) =>
        original.config ? <OwnerLink username={original.config.ownerid} /> : <Badge>Gateway</Badge>,
    }),
    column.display({
      id: "device",
      header: "Device",
      meta: { label: "Device", width: "minmax(9rem,1.2fr)" },
      cell: ({ row: { original } }) =>
        original.config ? <DeviceLink config={original.config} /> : <Nothing />,
    }),
    column.display({
      id: "gateway",
      header: "Through",
      meta: { label: "Through", width: "minmax(8rem,1fr)" },
      cell: ({ row: { original } }) => (
        <GatewayLink config={{ network: netid, ingressgatewayid: original.gatewayId }} />
      ),
    }),
    column.display({
      id: "state",
      header: "State",
      meta: { label: "State", width: "minmax(4.5rem,.4fr)", from: 56 },
      cell: ({ row: { original } }) =>
        original.config ? <ConfigSwitch isOn={original.config.enabled} /> : <Nothing />,
    }),
    rowMenuColumn<AddressRow>({
      label: (row) => `Actions for ${addressOf(row)}`,
      entries: (row) => [
        row.config
          ? {
              kind: "link",
              label: "Open client config",
              icon: <ArrowRight />,
              href: paths.clientConfig(row.config.clientid),
            }
          : {
              kind: "link",
              label: "Open gateway",
              icon: <ArrowRight />,
              href: paths.gateway(row.gatewayId),
            },
        {
          label: "Copy address",
          icon: <Copy />,
          onSelect: () => void copyText(addressOf(row), "Address copied"),
        },
      ],
    }),
  ];
}

/** The one that a row is named by. */
export function addressOf({ address, address6 }: AddressRow): string {
  return address === "" ? address6 : address;
}

const column = createAppColumnHelper<AddressRow>();

const labels: Record<AddressKey, string> = { address: "IPv4", address6: "IPv6" };

function AddressCell({ address }: { address: string }) {
  return address === "" ? <Nothing /> : <Address address={address} />;
}

function DeviceLink({ config }: { config: ClientConfig }) {
  return (
    <CellLink href={paths.clientConfig(config.clientid)} title={config.clientid}>
      {nameOf(config)}
    </CellLink>
  );
}

function Nothing() {
  return <span className="text-ink-3">–</span>;
}
