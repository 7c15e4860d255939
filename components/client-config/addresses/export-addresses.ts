import Papa from "papaparse";
import { callConfigs } from "@/components/client-config/calls";
import { kindOf } from "@/components/client-config/config-words";
import type { ClientConfig } from "@/lib/client-config/schema";
import { CSV_START, csvOptions } from "@/lib/csv";
import { addressOrder, configRow, gatewayRows, type AddressRow } from "./rows";
import type { AddressedGateway } from "./queries";

/** In one answer, which the server streams, so that nothing is missed that changes meanwhile. */
export async function fetchAddressesCsv(
  netid: string,
  gateways: readonly AddressedGateway[],
): Promise<string> {
  return addressesCsv(await callConfigs("list", { query: { network: [netid] } }), gateways);
}

const columns = ["address", "address6", "kind", "owner", "config", "device", "gateway", "enabled"];

export function addressesCsv(
  configs: readonly ClientConfig[],
  gateways: readonly AddressedGateway[],
): string {
  const names = new Map(gateways.map(({ id, gw_name: name }) => [id, name]));
  const rows = [...configs.map(configRow), ...gatewayRows(gateways)].sort(inOrder);
  const cells = rows.map((row) => cellsOf(row, names.get(row.gatewayId) ?? row.gatewayId));
  return `${CSV_START}${Papa.unparse([columns, ...cells], csvOptions)}\r\n`;
}

const by4 = addressOrder({ sort: "address", order: "asc" });
const by6 = addressOrder({ sort: "address6", order: "asc" });

function inOrder(a: AddressRow, b: AddressRow): number {
  return by4(a, b) || by6(a, b);
}

function cellsOf({ address, address6, config }: AddressRow, gateway: string): string[] {
  if (!config) return [address, address6, "gateway", "", "", "", gateway, ""];
  const { ownerid, clientid, device_name: device, enabled } = config;
  return [address, address6, kindOf(config), ownerid, clientid, device, gateway, String(enabled)];
}
