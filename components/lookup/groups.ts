import { queryOptions } from "@tanstack/react-query";
import type { OptionSource } from "@/components/picker/option-source";
import { lazyClient } from "@/lib/api/client";
import { formatCount } from "@/lib/format";
import { seededGroupName } from "@/lib/group/built-in";
import { chunksOf, PER_QUESTION, PER_SEARCH } from "./chunks";

export const callGroups = lazyClient(
  async () => (await import("@/lib/group/contract")).groupContract,
);

export const groupKeys = {
  all: ["groups"] as const,
  pages: ["groups", "page"] as const,
  detail: (id: string) => [...groupKeys.all, "detail", id] as const,
  names: (ids: readonly string[]) => [...groupKeys.all, "names", ...ids] as const,
};

/** Groups to choose from, found by name and notes as in their list. */
export const groupOptions: OptionSource = {
  key: groupKeys.all,
  noun: "groups",
  search: async (text, signal) => {
    const query = { page: "1", per_page: String(PER_SEARCH), sort: "name", q: text } as const;
    const page = await callGroups("page", { query, signal });
    return {
      options: page.data.map(({ id, name, member_count: members }) => ({
        value: id,
        label: name,
        detail: formatCount(members, "member"),
      })),
      isMore: page.total > page.data.length,
    };
  },
  labelsOf: async (ids, signal) => {
    const names = await Promise.all(chunksOf(ids).map((chunk) => fetchNames(chunk, signal)));
    return Object.fromEntries(names.flatMap(Object.entries<string>));
  },
};

/** The names of at most {@link PER_QUESTION} groups, by id; of groups that are gone there is none. */
export function groupNamesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: groupKeys.names(ids),
    queryFn: ({ signal }) => fetchNames(ids, signal),
  });
}

/** The groups whose names one has to ask for, in the parts in which they are asked for. */
export function groupQuestions(ids: Iterable<string>): string[][] {
  const unknown = [...new Set(ids)].filter((id) => seededGroupName(id) === null);
  return chunksOf(unknown.sort());
}

async function fetchNames(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const query = { page: "1", per_page: String(PER_QUESTION), id: [...ids] };
  const page = await callGroups("page", { query, signal });
  return Object.fromEntries(page.data.map(({ id, name }) => [id, name]));
}
