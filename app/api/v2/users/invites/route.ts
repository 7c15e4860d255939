import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { pageInvites } from "@/lib/invite/service";

export const GET = handle(inviteContract.page, ({ ctx, query }) => pageInvites(ctx, query));
