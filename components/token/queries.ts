import { keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { AccessToken, TokenListQuery } from "@/lib/token/schema";
import { callTokens } from "./calls";

export const tokenKeys = {
  all: ["tokens"] as const,
  list: (username: string) => [...tokenKeys.all, "list", username] as const,
  page: (query: TokenListQuery) => [...tokenKeys.all, "page", query] as const,
};

/** All tokens of a user, newest first. */
export function tokensOfQuery(username: string) {
  return queryOptions({
    queryKey: tokenKeys.list(username),
    queryFn: ({ signal }) => callTokens("list", { query: { username }, signal }),
  });
}

/** One page of everybody's; the page before stays while the next one loads. */
export function tokensPageQuery(query: TokenListQuery) {
  const { page, per_page: perPage, ...rest } = query;
  return queryOptions({
    queryKey: tokenKeys.page(query),
    queryFn: ({ signal }) =>
      callTokens("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

const LONG_AGO_MS = 60_000;

/** For a page's first paint. Where there are more, the browser takes these for old and asks for all. */
export function fillNewestTokens(
  username: string,
  read: () => Promise<{ tokens: AccessToken[]; isAll: boolean }>,
) {
  return async (client: QueryClient) => {
    const { tokens, isAll } = await read();
    const updatedAt = isAll ? Date.now() : Date.now() - LONG_AGO_MS;
    client.setQueryData(tokenKeys.list(username), tokens, { updatedAt });
  };
}
