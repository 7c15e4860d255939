import { handle } from "@/lib/api/handle";
import { auditContract } from "@/lib/audit/contract";
import { csvResponse, wantsCsv } from "@/lib/audit/csv";
import { exportAudit, listAudit } from "@/lib/audit/service";

export const GET = handle(auditContract.list, ({ ctx, query, request, reply }) =>
  wantsCsv(request) ? csvResponse(exportAudit(ctx, query), reply) : listAudit(ctx, query),
);
