import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { bulkRevokeInvites } from "@/lib/invite/service";

export const DELETE = handle(inviteContract.bulkRevoke, ({ ctx, body, query }) =>
  bulkRevokeInvites(ctx, { emails: body.ids, isDryRun: query.dry_run }),
);
