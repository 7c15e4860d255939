import { queryOptions } from "@tanstack/react-query";
import { callSettings } from "./calls";

export const settingsKeys = {
  all: ["settings"],
  of: (username: string) => [...settingsKeys.all, username],
} as const;

export function settingsQuery(username: string) {
  return queryOptions({
    queryKey: settingsKeys.of(username),
    queryFn: async ({ signal }) =>
      (await callSettings("get", { params: { username }, signal })).entity,
  });
}
