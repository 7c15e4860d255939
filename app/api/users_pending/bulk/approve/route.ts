import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { bulkApprovePendingUsers } from "@/lib/pending-user/admission-service";
import { pendingUserContract } from "@/lib/pending-user/contract";

export const POST = handle(pendingUserContract.bulkApprove, ({ ctx, body, query, request }) =>
  bulkApprovePendingUsers(ctx, body, { isDryRun: query.dry_run, origin: ownOrigin(request) }),
);
