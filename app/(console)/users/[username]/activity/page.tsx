import type { SearchParams } from "nuqs/server";
import { activityInput, loadActivity } from "@/components/audit/list-params";
import { ActivityList } from "@/components/console/audit/activity-list";
import { FirstPaint } from "@/components/console/first-paint";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../../../first-entries";

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
      reads={firstEntries(ctx, input)}
    >
      <ActivityList username={username} />
    </FirstPaint>
  );
}
