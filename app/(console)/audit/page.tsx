import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { auditInput, auditList } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { AuditPage } from "@/components/console/audit/audit-page";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";
import { firstPeopleNames, once } from "../first-names";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const input = auditInput(await auditList.load(searchParams));
  const entries = once(async () => listAudit(ctx, auditListQuery.parse(input)));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Audit log", needs: "audit:read-all" }}
      reads={[
        firstRead(auditQueries.page(input), entries),
        firstPeopleNames(ctx, async () => (await entries()).data.map(({ actor }) => actor)),
      ]}
    >
      <AuditPage />
    </FirstPaint>
  );
}
