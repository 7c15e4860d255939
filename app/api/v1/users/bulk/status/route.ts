import { handle } from "@/lib/domains/handle";
import { bulkSetDisabled } from "@/lib/user/bulk-service";
import { userContract } from "@/lib/user/contract";

export const POST = handle(userContract.bulkStatus, ({ ctx, query, body }) =>
  bulkSetDisabled(ctx, {
    ids: body.ids,
    isDryRun: query.dry_run,
    isDisabled: body.disable,
    switchesConfigs:
      query.force_toggle_configs ||
      (body.disable ? query.force_disable_configs : query.force_enable_configs),
  }),
);
