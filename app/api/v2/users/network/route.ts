import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { pageNetworkUsers } from "@/lib/user/network-service";

export const GET = handle(userContract.pageOfNetwork, ({ ctx, query }) =>
  pageNetworkUsers(ctx, query),
);
