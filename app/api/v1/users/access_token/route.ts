import { handle } from "@/lib/domains/handle";
import { tokenContract } from "@/lib/token/contract";
import { createAccessToken, listTokens, revokeToken } from "@/lib/token/service";

export const GET = handle(tokenContract.list, ({ ctx, query }) => listTokens(ctx, query.username));
export const POST = handle(tokenContract.create, ({ ctx, body }) => createAccessToken(ctx, body));
export const DELETE = handle(tokenContract.revoke, ({ ctx, query }) => revokeToken(ctx, query.id));
