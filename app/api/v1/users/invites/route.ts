import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { listInvites, revokeAllInvites } from "@/lib/invite/service";

export const GET = handle(inviteContract.list, ({ ctx }) => listInvites(ctx));
export const DELETE = handle(inviteContract.revokeAll, ({ ctx }) => revokeAllInvites(ctx));
