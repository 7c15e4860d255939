import { accessContract } from "@/lib/access/contract";
import { getAccess } from "@/lib/access/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(accessContract.get, ({ ctx, query }) => getAccess(ctx, query.username));
