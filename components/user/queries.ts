import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { UserListQuery } from "@/lib/user/schema";
import { callUsers } from "./calls";

export const userKeys = {
  all: ["users"] as const,
  pages: ["users", "page"] as const,
  page: (query: UserListQuery) => [...userKeys.pages, query] as const,
  detail: (username: string) => [...userKeys.all, "detail", username] as const,
};

/** One page; the page before stays while the next one loads. */
export function usersPageQuery(query: UserListQuery) {
  return queryOptions({
    queryKey: userKeys.page(query),
    queryFn: ({ signal }) => {
      const { page, per_page: perPage, ...rest } = query;
      return callUsers("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });
}

export function userDetailQuery(username: string) {
  return queryOptions({
    queryKey: userKeys.detail(username),
    queryFn: ({ signal }) => callUsers("detail", { query: { username }, signal }),
  });
}
