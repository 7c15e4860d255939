import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { ActivityList } from "@/components/console/audit/activity-list";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { auditKeys } from "@/components/audit/queries";
import { NotAllowed } from "@/components/console/not-allowed";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";

export default async function Page({
  params,
  searchParams,
}: UsernameParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  if (!can(ctx.actor, "users:read", { user: username })) {
    return <NotAllowed title={username} needs="users:read" />;
  }
  const input = activityInput(ctx.actor, username, await loadActivity(searchParams));
  const client = new QueryClient();
  const query = auditListQuery.safeParse(input);
  if (query.success) client.setQueryData(auditKeys.page(input), await listAudit(ctx, query.data));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ActivityList username={username} />
    </HydrationBoundary>
  );
}
