import { auditContract } from "@/lib/audit/contract";
import { exportAudit, listAudit } from "@/lib/audit/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(auditContract.list, ({ ctx, query }) => listAudit(ctx, query), {
  csv: ({ ctx, query }) => exportAudit(ctx, query),
});
