import { handle } from "@/lib/domains/handle";
import { networkContract } from "@/lib/network/contract";
import { deleteNetwork, getNetwork, updateNetwork } from "@/lib/network/service";

export const GET = handle(networkContract.get, ({ ctx, params }) => getNetwork(ctx, params.netid));
export const PUT = handle(networkContract.update, ({ ctx, params, body }) =>
  updateNetwork(ctx, params.netid, body),
);
export const DELETE = handle(networkContract.remove, ({ ctx, params }) =>
  deleteNetwork(ctx, params.netid),
);
