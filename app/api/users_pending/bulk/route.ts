import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { bulkRejectPendingUsers } from "@/lib/pending-user/admission-service";
import { pendingUserContract } from "@/lib/pending-user/contract";

export const DELETE = handle(pendingUserContract.bulkReject, ({ ctx, body, query, request }) =>
  bulkRejectPendingUsers(ctx, body, { isDryRun: query.dry_run, origin: ownOrigin(request) }),
);
