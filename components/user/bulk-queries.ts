import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { UserListQuery } from "@/lib/user/schema";
import { MAX_BULK } from "@/lib/user/values";
import { callBulk, type Bulk } from "./bulk";
import { usersPageQuery } from "./queries";

/** What a bulk action would do, asked of the server each time. */
export function bulkPreviewQuery(bulk: Bulk) {
  return queryOptions({
    queryKey: bulkPreviewKey(bulk),
    queryFn: () => callBulk({ ...bulk, isDryRun: true }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

const PER_FETCH = 500;

/** The usernames of all that match, at most {@link MAX_BULK}. */
export async function fetchMatching(
  client: QueryClient,
  query: UserListQuery,
): Promise<{ usernames: string[]; isCut: boolean }> {
  const ofPage = (page: number) =>
    client.query(
      usersPageQuery({ ...query, sort: "username", order: "asc", page, per_page: PER_FETCH }),
    );
  const first = await ofPage(1);
  const pageCount = Math.ceil(Math.min(first.total, MAX_BULK) / PER_FETCH);
  const later = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => ofPage(index + 2));
  const pages = [first, ...(await Promise.all(later))];
  const usernames = pages.flatMap(({ data }) => data.map(({ username }) => username));
  return { usernames: [...new Set(usernames)], isCut: first.total > MAX_BULK };
}

/** Below no other key: what a bulk action was going to do stays on the screen while it is done. */
function bulkPreviewKey({ action, usernames }: Bulk) {
  return ["users-bulk-preview", action, usernames] as const;
}
