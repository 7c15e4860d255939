import { handle } from "@/lib/domains/handle";
import { tokenContract } from "@/lib/token/contract";
import { pageTokens } from "@/lib/token/service";

export const GET = handle(tokenContract.page, ({ ctx, query }) => pageTokens(ctx, query));
