import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { UserListQuery, UserPage } from "@/lib/user/schema";
import { MAX_BULK } from "@/lib/user/values";
import { callBulk, type Bulk } from "./bulk";
import { callUsers } from "./calls";

export const userKeys = {
  all: ["users"] as const,
  page: (query: UserListQuery) => [...userKeys.all, "page", query] as const,
  detail: (username: string) => [...userKeys.all, "detail", username] as const,
  /** Not below `all`: what a bulk action was going to do stays on the screen while it is done. */
  bulkPreview: (bulk: Bulk) => ["users-bulk-preview", bulk.action, bulk.usernames] as const,
};

/** One page; the page before stays while the next one loads. */
export function usersPageQuery(query: UserListQuery) {
  return queryOptions({
    queryKey: userKeys.page(query),
    queryFn: ({ signal }) => fetchPage(query, signal),
    placeholderData: keepPreviousData,
  });
}

export function userDetailQuery(username: string) {
  return queryOptions({
    queryKey: userKeys.detail(username),
    queryFn: ({ signal }) => callUsers("detail", { query: { username }, signal }),
  });
}

/** What a bulk action would do, asked of the server each time. */
export function bulkPreviewQuery(bulk: Bulk) {
  return queryOptions({
    queryKey: userKeys.bulkPreview(bulk),
    queryFn: () => callBulk({ ...bulk, isDryRun: true }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

const PER_FETCH = 500;

/** The usernames of all that match, at most {@link MAX_BULK}. */
export async function fetchMatching(
  query: UserListQuery,
): Promise<{ usernames: string[]; isCut: boolean }> {
  const ofPage = (page: number) =>
    fetchPage({ ...query, sort: "username", order: "asc", page, per_page: PER_FETCH });
  const first = await ofPage(1);
  const pageCount = Math.ceil(Math.min(first.total, MAX_BULK) / PER_FETCH);
  const later = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => ofPage(index + 2));
  const pages = [first, ...(await Promise.all(later))];
  const usernames = pages.flatMap(({ data }) => data.map(({ username }) => username));
  return { usernames: [...new Set(usernames)], isCut: first.total > MAX_BULK };
}

function fetchPage(query: UserListQuery, signal?: AbortSignal): Promise<UserPage> {
  const { page, per_page: perPage, ...rest } = query;
  return callUsers("page", {
    query: { ...rest, page: String(page), per_page: String(perPage) },
    ...(signal && { signal }),
  });
}
