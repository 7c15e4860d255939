import { handle } from "@/lib/domains/handle";
import { bulkDeleteUsers } from "@/lib/user/bulk-service";
import { userContract } from "@/lib/user/contract";

export const DELETE = handle(userContract.bulkDelete, ({ ctx, query, body }) =>
  bulkDeleteUsers(ctx, {
    ids: body.ids,
    isDryRun: query.dry_run,
    takesPlainConfigs: query.force_delete_configs,
  }),
);
