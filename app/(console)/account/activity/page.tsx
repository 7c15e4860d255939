import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { ActivityList } from "@/components/console/audit/activity-list";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { auditKeys } from "@/components/audit/queries";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Activity · Account" };

export default async function AccountActivityPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
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
