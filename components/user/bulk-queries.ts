import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { matchingIds } from "@/components/bulk/matching-ids";
import type { UserListQuery } from "@/lib/user/schema";
import { callBulk, type Bulk } from "./bulk";
import { usersPageQuery } from "./queries";
import { usernameIn } from "./user-words";

/** What a bulk action would do, asked of the server each time. */
export function bulkPreviewQuery(bulk: Bulk) {
  return queryOptions({
    queryKey: bulkPreviewKey(bulk),
    queryFn: () => callBulk({ ...bulk, isDryRun: true }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The usernames of all that match. */
export function matchingUsernames(client: QueryClient, query: UserListQuery) {
  return matchingIds(
    (page) => client.query(usersPageQuery({ ...query, sort: "username", order: "asc", ...page })),
    usernameIn,
  );
}

/** Below no other key: what a bulk action was going to do stays on the screen while it is done. */
function bulkPreviewKey({ action, usernames }: Bulk) {
  return ["users-bulk-preview", action, usernames] as const;
}
