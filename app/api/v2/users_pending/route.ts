import { handle } from "@/lib/domains/handle";
import { pendingUserContract } from "@/lib/pending-user/contract";
import { pagePendingUsers } from "@/lib/pending-user/service";

export const GET = handle(pendingUserContract.page, ({ ctx, query }) =>
  pagePendingUsers(ctx, query),
);
