import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { ActivityList } from "@/components/console/audit/activity-list";
import { FirstPaint } from "@/components/console/first-paint";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../../first-entries";

export const metadata: Metadata = { title: "Activity · Account" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const input = activityInput(ctx.actor, username, await loadActivity(searchParams));
  return (
    <FirstPaint ctx={ctx} reads={firstEntries(ctx, input)}>
      <ActivityList username={username} />
    </FirstPaint>
  );
}
