import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { auditInput, auditList } from "@/components/audit/list-params";
import { AuditPage } from "@/components/console/audit/audit-page";
import { auditKeys } from "@/components/audit/queries";
import { NotAllowed } from "@/components/console/not-allowed";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  if (!can(ctx.actor, "audit:read-all")) {
    return <NotAllowed title="Audit log" needs="audit:read-all" />;
  }
  const input = auditInput(await auditList.load(searchParams));
  const client = new QueryClient();
  const query = auditListQuery.safeParse(input);
  if (query.success) client.setQueryData(auditKeys.page(input), await listAudit(ctx, query.data));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AuditPage />
    </HydrationBoundary>
  );
}
