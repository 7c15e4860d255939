import { queryOptions } from "@tanstack/react-query";
import { callPasskeys } from "./calls";

export const passkeyKeys = {
  all: ["passkeys"] as const,
  list: (username: string) => [...passkeyKeys.all, username] as const,
};

export function passkeysQuery(username: string) {
  return queryOptions({
    queryKey: passkeyKeys.list(username),
    queryFn: ({ signal }) => callPasskeys("list", { params: { username }, signal }),
  });
}
