import type { SearchParams } from "nuqs/server";
import { loadTargetActivity, targetActivityInput } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { TargetActivity } from "@/components/console/audit/target-activity";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({
  params,
  searchParams,
}: GatewayIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const target = { type: "gateway", id: await gatewayIdOf(params) } as const;
  const input = targetActivityInput(target, await loadTargetActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Gateway", needs: "audit:read-all" }}
      reads={[
        firstRead(auditQueries.page(input), async () =>
          listAudit(ctx, auditListQuery.parse(input)),
        ),
      ]}
    >
      <TargetActivity target={target} noun="gateway" />
    </FirstPaint>
  );
}
