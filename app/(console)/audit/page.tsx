import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { auditInput, auditList } from "@/components/audit/list-params";
import { AuditPage } from "@/components/console/audit/audit-page";
import { FirstPaint } from "@/components/console/first-paint";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../first-entries";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const input = auditInput(await auditList.load(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Audit log", needs: "audit:read-all" }}
      reads={firstEntries(ctx, input)}
    >
      <AuditPage />
    </FirstPaint>
  );
}
