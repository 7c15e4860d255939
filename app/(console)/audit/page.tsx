import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { auditInput, auditList } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { AuditPage } from "@/components/console/audit/audit-page";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const input = auditInput(await auditList.load(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Audit log", needs: "audit:read-all" }}
      reads={[
        firstRead(auditQueries.page(input), async () =>
          listAudit(ctx, auditListQuery.parse(input)),
        ),
      ]}
    >
      <AuditPage />
    </FirstPaint>
  );
}
