import { textStream } from "@/lib/api/stream";
import { auditContract } from "@/lib/audit/contract";
import { csvHeaders, csvText, wantsCsv } from "@/lib/audit/csv";
import { exportAudit, listAudit } from "@/lib/audit/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(auditContract.list, async ({ ctx, query, request, reply }) => {
  if (!wantsCsv(request)) return listAudit(ctx, query);
  const text = csvText(exportAudit(ctx, query));
  return new Response(await textStream(text), { headers: { ...reply, ...csvHeaders } });
});
