import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { listGroups } from "@/lib/group/service";

export const GET = handle(groupContract.list, ({ ctx }) => listGroups(ctx));
