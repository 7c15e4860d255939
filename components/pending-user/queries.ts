import { keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { matchingIds } from "@/components/bulk/matching-ids";
import type { PendingUserListQuery, PendingUserPage } from "@/lib/pending-user/schema";
import { callPendingUsers } from "./calls";

export const pendingUserKeys = {
  all: ["pending-users"] as const,
  page: (query: PendingUserListQuery) => [...pendingUserKeys.all, "page", query] as const,
};

export function pendingUsersPageQuery(query: PendingUserListQuery) {
  return queryOptions({
    queryKey: pendingUserKeys.page(query),
    queryFn: ({ signal }) => fetchPage(query, signal),
    placeholderData: keepPreviousData,
  });
}

/** How many wait, whatever is searched for. */
export function pendingUserCountQuery() {
  return queryOptions({
    queryKey: [...pendingUserKeys.all, "count"] as const,
    queryFn: async ({ signal }) => {
      const query = { page: 1, per_page: 1, sort: "username", order: "asc" } as const;
      return (await fetchPage(query, signal)).total;
    },
  });
}

function fetchPage(query: PendingUserListQuery, signal?: AbortSignal): Promise<PendingUserPage> {
  const { page, per_page: perPage, ...rest } = query;
  return callPendingUsers("page", {
    query: { ...rest, page: String(page), per_page: String(perPage) },
    ...(signal && { signal }),
  });
}

/** The addresses of all that match. */
export function matchingUsernames(client: QueryClient, query: PendingUserListQuery) {
  return matchingIds(
    (page) =>
      client.query(pendingUsersPageQuery({ ...query, sort: "username", order: "asc", ...page })),
    ({ username }) => username,
  );
}
