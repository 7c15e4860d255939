import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callGateways, gatewayKeys } from "@/components/lookup/gateways";
import { callConfigs } from "@/components/client-config/calls";
import type { ConfigsInput } from "@/components/client-config/list-params";
import { configKeys } from "@/components/client-config/queries";
import type { ClientConfig, ClientConfigPage } from "@/lib/client-config/schema";
import type { AddressKey } from "@/lib/client-config/values";
import type { Gateway } from "@/lib/gateway/schema";
import { rowBeforeInput } from "./list-params";

/** A page of client configs by address, with the one before it. */
export interface AddressPage extends ClientConfigPage {
  before: ClientConfig | null;
}

type ReadPage = (input: ConfigsInput) => Promise<ClientConfigPage>;

export async function readAddressPage(input: ConfigsInput, read: ReadPage): Promise<AddressPage> {
  const beforeInput = rowBeforeInput(input);
  const [page, before] = await Promise.all([read(input), beforeInput && read(beforeInput)]);
  return { ...page, before: before?.data[0] ?? null };
}

export function addressPageQuery(input: ConfigsInput) {
  return queryOptions({
    queryKey: [...configKeys.all, "addresses", input] as const,
    queryFn: ({ signal }) =>
      readAddressPage(input, (query) => callConfigs("page", { query, signal })),
    placeholderData: keepPreviousData,
  });
}

const MOST = 500;

/** A gateway with the addresses that it calls its own. */
export type AddressedGateway = Pick<Gateway, "id" | "gw_name" | "addresses">;

/** All gateways of a network: they are few. */
export function gatewaysOfQuery(netid: string) {
  return queryOptions({
    queryKey: [...gatewayKeys.all, "addresses-on", netid] as const,
    queryFn: async ({ signal }) => {
      const gateways: AddressedGateway[] = [];
      for (let page = 1, isMore = true; isMore; page += 1) {
        const query = { page: String(page), per_page: String(MOST), network: [netid] };
        const found = await callGateways("page", { query, signal });
        gateways.push(...found.data.map(addressed));
        isMore = page < found.total_pages;
      }
      return gateways;
    },
  });
}

export function addressed({ id, gw_name, addresses }: AddressedGateway): AddressedGateway {
  return { id, gw_name, addresses };
}

export interface Used {
  count: number;
  isEstimate: boolean;
}

/** How many client configs of a network have an address of a family. Those that have none come first from behind. */
export function usedQuery(netid: string, key: AddressKey) {
  const ofPage = (page: number, perPage: number, signal: AbortSignal) =>
    callConfigs("page", {
      query: {
        network: [netid],
        sort: key,
        order: "desc",
        page: String(page),
        per_page: String(perPage),
      },
      signal,
    });
  return queryOptions({
    queryKey: [...configKeys.all, "used", netid, key] as const,
    queryFn: async ({ signal }): Promise<Used> => {
      const last = await ofPage(1, 1, signal);
      const isWithout = ({ [key]: address }: ClientConfig) => address === "";
      let without = 0;
      for (let page = 1, isMore = last.data.some(isWithout); isMore; page += 1) {
        const { data } = await ofPage(page, MOST, signal);
        const found = data.filter(isWithout).length;
        without += found;
        isMore = found === MOST;
      }
      return { count: last.total - without, isEstimate: last.total_is_estimate === true };
    },
  });
}
