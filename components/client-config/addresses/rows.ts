/** Which addresses stand on a page: those of client configs, as the server pages them, and those of gateways between. */
import type { ClientConfig } from "@/lib/client-config/schema";
import type { AddressKey } from "@/lib/client-config/values";
import { foldCase } from "@/lib/fold";
import { compareAddresses } from "@/lib/network/range";
import type { AddressedGateway } from "./queries";

/** Who has an address, or one of each family. */
export interface AddressRow {
  id: string;
  address: string;
  address6: string;
  /** Null for a gateway's own. */
  config: ClientConfig | null;
  gatewayId: string;
}

export function configRow(config: ClientConfig): AddressRow {
  const { clientid, address, address6, ingressgatewayid: gatewayId } = config;
  return { id: clientid, address, address6, config, gatewayId };
}

/** What gateways call their own: the first of both families together, and so on. */
export function gatewayRows(gateways: readonly AddressedGateway[]): AddressRow[] {
  return gateways.flatMap(({ id, addresses }) => {
    const plain = addresses.map((address) => address.split("/")[0] ?? "");
    const of4 = plain.filter((address) => !address.includes(":"));
    const of6 = plain.filter((address) => address.includes(":"));
    return Array.from({ length: Math.max(of4.length, of6.length) }, (_, index) => ({
      id: `gateway ${id} ${String(index)}`,
      address: of4[index] ?? "",
      address6: of6[index] ?? "",
      config: null,
      gatewayId: id,
    }));
  });
}

/** The gateways that a search finds: by name, and by address. */
export function matchingRows(
  rows: readonly AddressRow[],
  q: string | undefined,
  nameOf: (gatewayId: string) => string | null,
): AddressRow[] {
  const needle = foldCase(q ?? "");
  return rows.filter(({ gatewayId, address, address6 }) =>
    foldCase([nameOf(gatewayId) ?? "", address, address6].join("\n")).includes(needle),
  );
}

interface Order {
  sort: AddressKey;
  order: "asc" | "desc";
}

/** As the server has it: what has no address of the family is greater than all that have. */
export function addressOrder({ sort, order }: Order) {
  const sign = order === "asc" ? 1 : -1;
  return ({ [sort]: a }: AddressRow, { [sort]: b }: AddressRow): number => {
    if (a === "" || b === "") return sign * (Number(a === "") - Number(b === ""));
    return sign * compareAddresses(a, b);
  };
}

/**
 * A page with the rows of gateways in their places: each stands on the first page whose last row is not before it.
 * @returns also how many stand on the pages before
 */
export function insertRows(
  gateways: readonly AddressRow[],
  {
    rows,
    before,
    isLast,
    ...order
  }: { rows: readonly AddressRow[]; before: AddressRow | null; isLast: boolean } & Order,
): { rows: AddressRow[]; before: number } {
  const compare = addressOrder(order);
  const end = rows.at(-1);
  const isBefore = (row: AddressRow) => before !== null && compare(row, before) <= 0;
  const isHere = (row: AddressRow) =>
    !isBefore(row) && (isLast || (end !== undefined && compare(row, end) <= 0));
  return {
    rows: [...rows, ...gateways.filter(isHere)].sort(compare),
    before: gateways.filter(isBefore).length,
  };
}
