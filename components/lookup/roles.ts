import { queryOptions } from "@tanstack/react-query";
import type { OptionSource } from "@/components/picker/option-source";
import { lazyClient } from "@/lib/api/client";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { chunksOf, PER_QUESTION, PER_SEARCH } from "./chunks";
import { networkName } from "./networks";

export const callRoles = lazyClient(async () => (await import("@/lib/role/contract")).roleContract);

export const roleKeys = {
  all: ["roles"] as const,
  pages: ["roles", "page"] as const,
  detail: (id: string) => [...roleKeys.all, "detail", id] as const,
  names: (ids: readonly string[]) => [...roleKeys.all, "names", ...ids] as const,
};

/** Network roles to choose from, found by name and notes as in their list. */
export const allRoleOptions: OptionSource = sourceOf({ key: [...roleKeys.all, "any"] });

/** The roles that can be granted on a network: its own, and those of all networks. */
export function roleOptions(netid: string): OptionSource {
  const network = netid === ALL_NETWORKS ? [ALL_NETWORKS] : [netid, ALL_NETWORKS];
  return sourceOf({ key: [...roleKeys.all, "on", netid], network });
}

function sourceOf({ key, network }: { key: OptionSource["key"]; network?: string[] }) {
  return {
    key,
    noun: "roles",
    search: async (text: string, signal: AbortSignal) => {
      const query = {
        page: "1",
        per_page: String(PER_SEARCH),
        q: text,
        ...(network && { network }),
      };
      const page = await callRoles("page", { query, signal });
      return {
        options: page.data.map(({ id, name, network_id: of }) => ({
          value: id,
          label: name,
          detail: networkName(of),
        })),
        isMore: page.total > page.data.length,
      };
    },
    labelsOf: async (ids: readonly string[], signal: AbortSignal) => {
      const names = await Promise.all(chunksOf(ids).map((chunk) => fetchNames(chunk, signal)));
      return Object.fromEntries(names.flatMap(Object.entries<string>));
    },
  };
}

/** The names of at most {@link PER_QUESTION} roles, by id. */
export function roleNamesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: roleKeys.names(ids),
    queryFn: ({ signal }) => fetchNames(ids, signal),
  });
}

/** The roles in the parts in which their names are asked for. */
export function roleQuestions(ids: Iterable<string>): string[][] {
  return chunksOf([...new Set(ids)].sort());
}

async function fetchNames(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const query = { page: "1", per_page: String(PER_QUESTION), id: [...ids] };
  const page = await callRoles("page", { query, signal });
  return Object.fromEntries(page.data.map(({ id, name }) => [id, name]));
}
