import { queryOptions } from "@tanstack/react-query";
import type { OptionSource } from "@/components/picker/option-source";
import { lazyClient } from "@/lib/api/client";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { PER_SEARCH } from "./chunks";

export const callNetworks = lazyClient(
  async () => (await import("@/lib/network/contract")).networkContract,
);

export const networkKeys = {
  all: ["networks"] as const,
  pages: ["networks", "page"] as const,
  detail: (netid: string) => [...networkKeys.all, "detail", netid] as const,
};

export function networkDetailQuery(netid: string) {
  return queryOptions({
    queryKey: networkKeys.detail(netid),
    queryFn: ({ signal }) => callNetworks("get", { params: { netid }, signal }),
  });
}

/** Networks to choose from; a network's id is its name. */
export const networkOptions: OptionSource = {
  key: networkKeys.all,
  noun: "networks",
  search: (text, signal) => searchNetworks(text, PER_SEARCH, signal),
};

/** As {@link networkOptions}, but for some. */
export function otherNetworkOptions(taken: readonly string[]): OptionSource {
  const excluded = new Set(taken);
  return {
    ...networkOptions,
    key: [...networkKeys.all, "but-for", ...taken],
    search: async (text, signal) => {
      const { options, isMore } = await searchNetworks(text, PER_SEARCH + taken.length, signal);
      const others = options.filter(({ value }) => !excluded.has(value));
      return {
        options: others.slice(0, PER_SEARCH),
        isMore: isMore || others.length > PER_SEARCH,
      };
    },
  };
}

const MOST = 500;

async function searchNetworks(text: string, count: number, signal: AbortSignal) {
  const perPage = String(Math.min(count, MOST));
  const page = await callNetworks("page", {
    query: { page: "1", per_page: perPage, q: text },
    signal,
  });
  return {
    options: page.data.map(({ netid, addressrange, addressrange6 }) => ({
      value: netid,
      label: netid,
      detail: [addressrange, addressrange6].filter(Boolean).join(" · "),
    })),
    isMore: page.total > page.data.length,
  };
}

/** As {@link networkOptions}, with all networks, those to come included, as the first choice. */
export const networkOrAllOptions: OptionSource = {
  ...networkOptions,
  key: [...networkKeys.all, "or-all"],
  search: async (text, signal) => {
    const found = await networkOptions.search(text, signal);
    const all = { value: ALL_NETWORKS, label: networkName(ALL_NETWORKS) };
    const isFitting = all.label.toLowerCase().includes(text.trim().toLowerCase());
    return isFitting ? { ...found, options: [all, ...found.options] } : found;
  },
  labelsOf: (ids) => Promise.resolve(Object.fromEntries(ids.map((id) => [id, networkName(id)]))),
};

export function networkName(netid: string): string {
  return netid === ALL_NETWORKS ? "All networks" : netid;
}
