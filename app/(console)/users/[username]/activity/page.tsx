import type { SearchParams } from "nuqs/server";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { ActivityList } from "@/components/console/audit/activity-list";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({
  params,
  searchParams,
}: UsernameParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  const input = activityInput(ctx.actor, username, await loadActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "users:read", about: { user: username } }}
      reads={[
        firstRead(auditQueries.page(input), async () =>
          listAudit(ctx, auditListQuery.parse(input)),
        ),
      ]}
    >
      <ActivityList username={username} />
    </FirstPaint>
  );
}
