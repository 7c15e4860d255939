import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { addNetworkUser } from "@/lib/group/members-service";

export const PUT = handle(groupContract.addNetworkUser, ({ ctx, query }) =>
  addNetworkUser(ctx, { username: query.username, networkId: query.network_id }),
);
