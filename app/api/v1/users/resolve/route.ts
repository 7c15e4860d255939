import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { resolveNames } from "@/lib/user/resolve-service";

export const POST = handle(userContract.resolve, ({ ctx, body }) => resolveNames(ctx, body));
