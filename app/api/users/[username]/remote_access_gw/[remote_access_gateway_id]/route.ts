import { handle } from "@/lib/domains/handle";
import { attachUser, detachUser } from "@/lib/gateway/attachment-service";
import { gatewayContract } from "@/lib/gateway/contract";

export const POST = handle(gatewayContract.attach, ({ ctx, params }) =>
  attachUser(ctx, { username: params.username, gatewayId: params.remote_access_gateway_id }),
);
export const DELETE = handle(gatewayContract.detach, ({ ctx, params }) =>
  detachUser(ctx, { username: params.username, gatewayId: params.remote_access_gateway_id }),
);
