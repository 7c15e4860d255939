import { bulkDeleteConfigs } from "@/lib/client-config/bulk-service";
import { clientConfigContract } from "@/lib/client-config/contract";
import { handle } from "@/lib/domains/handle";

export const DELETE = handle(clientConfigContract.bulkDelete, ({ ctx, query, body }) =>
  bulkDeleteConfigs(ctx, { ids: body.ids, isDryRun: query.dry_run }),
);
