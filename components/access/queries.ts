import { queryOptions } from "@tanstack/react-query";
import { userKeys } from "@/components/user/queries";
import { lazyClient } from "@/lib/api/client";

const callAccess = lazyClient(async () => (await import("@/lib/access/contract")).accessContract);

/** What a user reaches, with every reason. It changes with the groups, as the users do. */
export function accessQuery(username: string) {
  return queryOptions({
    queryKey: [...userKeys.all, "access", username] as const,
    queryFn: ({ signal }) => callAccess("get", { query: { username }, signal }),
  });
}
