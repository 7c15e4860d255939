import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { pageGroups } from "@/lib/group/service";

export const GET = handle(groupContract.page, ({ ctx, query }) => pageGroups(ctx, query));
