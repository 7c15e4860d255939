import { queryOptions } from "@tanstack/react-query";
import { callSessions } from "./calls";

export const sessionKeys = {
  all: ["sessions"],
  list: (username: string) => [...sessionKeys.all, username],
  throttle: (username: string) => ["throttle", username],
  signInOptions: ["sign-in-options"],
} as const;

export const sessionQueries = {
  list: (username: string) =>
    queryOptions({
      queryKey: sessionKeys.list(username),
      queryFn: ({ signal }) => callSessions("list", { query: { username }, signal }),
    }),
  throttle: (username: string) =>
    queryOptions({
      queryKey: sessionKeys.throttle(username),
      queryFn: ({ signal }) => callSessions("throttle", { query: { username }, signal }),
    }),
  /** How people sign in here. */
  signInOptions: () =>
    queryOptions({
      queryKey: sessionKeys.signInOptions,
      queryFn: ({ signal }) => callSessions("signInOptions", { signal }),
    }),
};
