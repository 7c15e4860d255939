import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { ActivityList } from "@/components/console/audit/activity-list";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Activity · Account" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const input = activityInput(ctx.actor, username, await loadActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
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
