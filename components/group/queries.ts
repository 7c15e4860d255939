import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callGroups, groupKeys } from "@/components/lookup/groups";
import type { GroupListQuery } from "@/lib/group/schema";

/** One page; the page before stays while the next one loads. */
export function groupsPageQuery(query: GroupListQuery) {
  return queryOptions({
    queryKey: [...groupKeys.pages, query] as const,
    queryFn: ({ signal }) => {
      const { page, per_page: perPage, ...rest } = query;
      return callGroups("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });
}

export function groupDetailQuery(id: string) {
  return queryOptions({
    queryKey: groupKeys.detail(id),
    queryFn: ({ signal }) => callGroups("get", { query: { group_id: id }, signal }),
  });
}
