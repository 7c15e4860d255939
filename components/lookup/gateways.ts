import { queryOptions } from "@tanstack/react-query";
import type { OptionSource } from "@/components/picker/option-source";
import { lazyClient } from "@/lib/api/client";
import { chunksOf, PER_QUESTION, PER_SEARCH } from "./chunks";

export const callGateways = lazyClient(
  async () => (await import("@/lib/gateway/contract")).gatewayContract,
);

const callAccess = lazyClient(async () => (await import("@/lib/access/contract")).accessContract);

export const gatewayKeys = {
  all: ["gateways"] as const,
  pages: ["gateways", "page"] as const,
  detail: (id: string) => [...gatewayKeys.all, "detail", id] as const,
  names: (ids: readonly string[]) => [...gatewayKeys.all, "names", ...ids] as const,
};

export function gatewayDetailQuery(id: string) {
  return queryOptions({
    queryKey: gatewayKeys.detail(id),
    queryFn: ({ signal }) => callGateways("get", { params: { id }, signal }),
  });
}

/** Gateways to choose from, found as in their list; two networks may each have one of the same name. */
export const gatewayOptions: OptionSource = sourceOf({ key: gatewayKeys.all });

/** The gateways of one network. */
export function gatewayOptionsOf(network: string): OptionSource {
  return sourceOf({ key: [...gatewayKeys.all, "on", network], network });
}

function sourceOf({ key, network }: { key: OptionSource["key"]; network?: string }): OptionSource {
  return {
    key,
    noun: "gateways",
    search: async (text, signal) => {
      const query = {
        page: "1",
        per_page: String(PER_SEARCH),
        q: text,
        ...(network !== undefined && { network: [network] }),
      };
      const page = await callGateways("page", { query, signal });
      return {
        options: page.data.map(({ id, gw_name: name, network: of }) => ({
          value: id,
          label: name,
          detail: of,
        })),
        isMore: page.total > page.data.length,
      };
    },
    labelsOf: async (ids, signal) => {
      const names = await Promise.all(chunksOf(ids).map((chunk) => fetchNames(chunk, signal)));
      return Object.fromEntries(names.flatMap(Object.entries<string>));
    },
  };
}

/** The names of at most {@link PER_QUESTION} gateways, by id; of those that are gone or not seen there is none. */
export function gatewayNamesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: gatewayKeys.names(ids),
    queryFn: ({ signal }) => fetchNames(ids, signal),
  });
}

/** The names of at most {@link PER_QUESTION} gateways that a user has on these networks, by id. */
export function ownGatewayNamesQuery(username: string, networks: readonly string[]) {
  return queryOptions({
    queryKey: ["users", "access", username, "gateway-names", ...networks] as const,
    queryFn: async ({ signal }) => {
      const query = {
        username,
        network: [...networks],
        page: "1",
        per_page: String(PER_QUESTION),
      };
      return gatewayNamesIn((await callAccess("gateways", { query, signal })).data);
    },
  });
}

/** The gateways in the parts in which their names are asked for. */
export function gatewayQuestions(ids: Iterable<string>): string[][] {
  return chunksOf([...new Set(ids)].sort());
}

async function fetchNames(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const query = { page: "1", per_page: String(PER_QUESTION), id: [...ids] };
  return gatewayNamesIn((await callGateways("page", { query, signal })).data);
}

export function gatewayNamesIn(
  found: readonly { id: string; gw_name: string }[],
): Record<string, string> {
  return Object.fromEntries(found.map(({ id, gw_name: name }) => [id, name]));
}
