import type { SearchParams } from "nuqs/server";
import { loadTargetActivity, targetActivityInput } from "@/components/audit/list-params";
import { TargetActivity } from "@/components/console/audit/target-activity";
import { FirstPaint } from "@/components/console/first-paint";
import { groupIdOf, type GroupIdParams } from "@/components/group/group-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../../../first-entries";

export default async function Page({
  params,
  searchParams,
}: GroupIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const target = { type: "group", id: await groupIdOf(params) } as const;
  const input = targetActivityInput(target, await loadTargetActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Group", needs: "audit:read-all" }}
      reads={firstEntries(ctx, input)}
    >
      <TargetActivity target={target} noun="group" />
    </FirstPaint>
  );
}
