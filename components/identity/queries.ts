import { queryOptions } from "@tanstack/react-query";
import { callIdentities } from "./calls";

export const identityKeys = {
  all: ["identities"] as const,
  list: (username: string) => [...identityKeys.all, username] as const,
};

export function identitiesQuery(username: string) {
  return queryOptions({
    queryKey: identityKeys.list(username),
    queryFn: ({ signal }) => callIdentities("list", { params: { username }, signal }),
  });
}
