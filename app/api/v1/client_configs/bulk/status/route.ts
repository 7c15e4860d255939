import { bulkSetEnabled } from "@/lib/client-config/bulk-service";
import { clientConfigContract } from "@/lib/client-config/contract";
import { handle } from "@/lib/domains/handle";

export const POST = handle(clientConfigContract.bulkStatus, ({ ctx, query, body }) =>
  bulkSetEnabled(ctx, { ids: body.ids, isDryRun: query.dry_run }, !body.disable),
);
