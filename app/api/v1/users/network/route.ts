import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { listNetworkUsers } from "@/lib/user/network-service";

export const GET = handle(userContract.ofNetwork, ({ ctx, query }) =>
  listNetworkUsers(ctx, "reaching", query.network),
);
