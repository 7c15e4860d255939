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

/** So many gateways of a network come at once. */
export const GATEWAYS_PER_PAGE = 50;

/** The gateways that a user has in one network, with every reason. */
export function accessGatewaysQuery(
  username: string,
  { network, page = 1, q = "" }: { network: string; page?: number; q?: string },
) {
  return queryOptions({
    queryKey: [...userKeys.all, "access", username, "gateways", network, { page, q }] as const,
    queryFn: ({ signal }) =>
      callAccess("gateways", {
        query: {
          username,
          network: [network],
          page: String(page),
          per_page: String(GATEWAYS_PER_PAGE),
          ...(q !== "" && { q }),
        },
        signal,
      }),
  });
}
