import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { removeNetworkUser } from "@/lib/group/members-service";

export const PUT = handle(groupContract.removeNetworkUser, ({ ctx, query }) =>
  removeNetworkUser(ctx, { username: query.username, networkId: query.network_id }),
);
