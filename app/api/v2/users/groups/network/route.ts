import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { pageGroupsOfNetwork } from "@/lib/group/network-service";

export const GET = handle(groupContract.pageOfNetwork, ({ ctx, query }) =>
  pageGroupsOfNetwork(ctx, query),
);
