import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { approvePendingUser } from "@/lib/pending-user/admission-service";
import { pendingUserContract } from "@/lib/pending-user/contract";
import { rejectPendingUser } from "@/lib/pending-user/service";

export const POST = handle(pendingUserContract.approve, ({ ctx, params, body, request }) =>
  approvePendingUser(ctx, params.username, { ...body, origin: ownOrigin(request) }),
);
export const DELETE = handle(pendingUserContract.reject, ({ ctx, params, body, request }) =>
  rejectPendingUser(ctx, params.username, { ...body, origin: ownOrigin(request) }),
);
