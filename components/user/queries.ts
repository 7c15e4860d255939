import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { PER_QUESTION } from "@/components/lookup/chunks";
import { foldCase } from "@/lib/fold";
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

/** One row of those administrators who have a password and no MFA: their number is what counts. */
export function adminsWithoutMfaQuery() {
  return usersPageQuery(adminsWithoutMfa);
}

export const adminsWithoutMfa: UserListQuery = {
  page: 1,
  per_page: 1,
  sort: "username",
  order: "asc",
  role: ["super-admin", "admin"],
  mfa_status: ["disabled"],
  account_status: ["enabled"],
  auth_type: ["basic_auth"],
};

export function userDetailQuery(username: string) {
  return queryOptions({
    queryKey: userKeys.detail(username),
    queryFn: ({ signal }) => callUsers("detail", { query: { username }, signal }),
  });
}

/** At most {@link PER_QUESTION} of the users with this display name. @param folded as it is stored for searching */
export function namesakesQuery(folded: string) {
  return queryOptions({
    queryKey: [...userKeys.all, "namesakes", folded] as const,
    queryFn: async ({ signal }) => {
      const query = {
        page: "1",
        per_page: String(PER_QUESTION),
        sort: "username",
        q: folded,
      } as const;
      const page = await callUsers("page", { query, signal });
      return page.data.filter(({ display_name: name }) => foldCase(name) === folded);
    },
  });
}
