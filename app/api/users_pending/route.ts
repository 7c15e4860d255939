import { handle } from "@/lib/domains/handle";
import { pendingUserContract } from "@/lib/pending-user/contract";
import { clearPendingUsers, listPendingUsers } from "@/lib/pending-user/service";

export const GET = handle(pendingUserContract.list, ({ ctx }) => listPendingUsers(ctx));
export const DELETE = handle(pendingUserContract.clear, ({ ctx }) => clearPendingUsers(ctx));
