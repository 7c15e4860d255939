import { queryOptions } from "@tanstack/react-query";
import { callMfa } from "./calls";

export const mfaKeys = {
  all: ["mfa"] as const,
  state: (username: string) => [...mfaKeys.all, username] as const,
};

export function mfaQuery(username: string) {
  return queryOptions({
    queryKey: mfaKeys.state(username),
    queryFn: ({ signal }) => callMfa("state", { params: { username }, signal }),
  });
}
