import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { pageUnassignedUsers } from "@/lib/user/network-service";

export const GET = handle(userContract.pageUnassigned, ({ ctx, query }) =>
  pageUnassignedUsers(ctx, { ...query, network: query.network_id }),
);
