import { readPendingCookie } from "@/lib/auth/pending-cookie";
import { handle } from "@/lib/domains/handle";
import { pendingUserContract } from "@/lib/pending-user/contract";
import { getPendingState } from "@/lib/pending-user/service";

export const GET = handle(pendingUserContract.state, ({ ctx, request }) =>
  getPendingState(ctx, readPendingCookie(request)),
);
