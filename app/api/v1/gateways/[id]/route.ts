import { handle } from "@/lib/domains/handle";
import { gatewayContract } from "@/lib/gateway/contract";
import { deleteGateway, getGateway, updateGateway } from "@/lib/gateway/service";

export const GET = handle(gatewayContract.get, ({ ctx, params }) => getGateway(ctx, params.id));
export const PUT = handle(gatewayContract.update, ({ ctx, params, body }) =>
  updateGateway(ctx, params.id, body),
);
export const DELETE = handle(gatewayContract.remove, ({ ctx, params }) =>
  deleteGateway(ctx, params.id),
);
