import { queryOptions } from "@tanstack/react-query";
import { call } from "@/lib/api/client";
import { sessionContract } from "@/lib/session/contract";

export const sessionKeys = {
  all: ["sessions"],
  list: (username: string) => [...sessionKeys.all, username],
} as const;

export const sessionQueries = {
  list: (username: string) =>
    queryOptions({
      queryKey: sessionKeys.list(username),
      queryFn: ({ signal }) => call(sessionContract.list, { query: { username }, signal }),
    }),
};
