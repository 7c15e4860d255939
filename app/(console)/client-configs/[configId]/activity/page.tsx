import type { SearchParams } from "nuqs/server";
import { loadTargetActivity, targetActivityInput } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { configIdOf, type ConfigIdParams } from "@/components/client-config/config-id-of";
import { TargetActivity } from "@/components/console/audit/target-activity";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({
  params,
  searchParams,
}: ConfigIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const target = { type: "client-config", id: await configIdOf(params) } as const;
  const input = targetActivityInput(target, await loadTargetActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Client config", needs: "audit:read-all" }}
      reads={[
        firstRead(auditQueries.page(input), async () =>
          listAudit(ctx, auditListQuery.parse(input)),
        ),
      ]}
    >
      <TargetActivity target={target} noun="client config" />
    </FirstPaint>
  );
}
