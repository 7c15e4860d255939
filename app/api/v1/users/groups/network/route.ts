import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { listGroupsOfNetwork } from "@/lib/group/network-service";

export const GET = handle(groupContract.ofNetwork, ({ ctx, query }) =>
  listGroupsOfNetwork(ctx, query.network),
);
