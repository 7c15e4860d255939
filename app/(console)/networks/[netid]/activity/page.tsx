import type { SearchParams } from "nuqs/server";
import { loadTargetActivity, targetActivityInput } from "@/components/audit/list-params";
import { TargetActivity } from "@/components/console/audit/target-activity";
import { FirstPaint } from "@/components/console/first-paint";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../../../first-entries";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const target = { type: "network", id: await netidOf(params) } as const;
  const input = targetActivityInput(target, await loadTargetActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: target.id, needs: "audit:read-all" }}
      reads={firstEntries(ctx, input)}
    >
      <TargetActivity target={target} noun="network" />
    </FirstPaint>
  );
}
