import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { matchingIds } from "@/components/bulk/matching-ids";
import type { InviteListQuery } from "@/lib/invite/schema";
import type { BulkResult } from "@/lib/user/schema";
import { callInvites } from "./calls";
import { invitesPageQuery } from "./queries";

export type InviteBulkAction = "resend" | "new-link" | "revoke";

export interface InviteBulk {
  action: InviteBulkAction;
  emails: readonly string[];
}

/** @param isDryRun only tells what would be done */
export function callBulk(
  { action, emails }: InviteBulk,
  { isDryRun }: { isDryRun: boolean },
): Promise<BulkResult> {
  const body = { ids: [...emails] };
  const dryRun = isDryRun ? "true" : "false";
  if (action === "revoke") return callInvites("bulkRevoke", { query: { dry_run: dryRun }, body });
  const newLink = action === "new-link" ? "true" : "false";
  return callInvites("resend", { query: { dry_run: dryRun, new_link: newLink }, body });
}

/** What a bulk action would do, asked of the server each time. Below no other key: it stays while it is done. */
export function inviteBulkPreviewQuery(bulk: InviteBulk) {
  return queryOptions({
    queryKey: ["invites-bulk-preview", bulk.action, bulk.emails] as const,
    queryFn: () => callBulk(bulk, { isDryRun: true }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The addresses of all that match. */
export function matchingEmails(client: QueryClient, query: InviteListQuery) {
  return matchingIds(
    (page) => client.query(invitesPageQuery({ ...query, sort: "email", order: "asc", ...page })),
    ({ email }) => email,
  );
}
