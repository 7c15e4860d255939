import { defineList, type WireQuery } from "@/components/data-table/list-params";
import { configsInput, type ConfigsInput } from "@/components/client-config/list-params";
import { addressKeys, type AddressKey } from "@/lib/client-config/values";
import type { Network } from "@/lib/network/schema";

interface Listed {
  sort: AddressKey;
}

/** The addresses of a network in their order: of IPv4 where it has such a range. */
const lists = {
  address: listBy("address"),
  address6: listBy("address6"),
} as const;

function listBy(defaultSort: AddressKey) {
  return defineList<Listed>({ sorts: addressKeys, defaultSort, filters: {} });
}

type Ranges = Pick<Network, "addressrange" | "addressrange6">;

export function addressesListOf({ addressrange: range }: Ranges) {
  return lists[range === "" ? "address6" : "address"];
}

export type AddressSelection = WireQuery<Listed>;

/** What the list of client configs is asked for a page of addresses. */
export function addressesInput(netid: string, selection: AddressSelection): ConfigsInput {
  return configsInput(selection, { network: netid });
}

/** What it is asked for the one row before that page; null for the first. */
export function rowBeforeInput(input: ConfigsInput): ConfigsInput | null {
  const before = (Number(input.page) - 1) * Number(input.per_page);
  return before === 0 ? null : { ...input, page: String(before), per_page: "1" };
}
