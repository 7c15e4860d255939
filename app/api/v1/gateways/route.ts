import { handle } from "@/lib/domains/handle";
import { gatewayContract } from "@/lib/gateway/contract";
import { createGateway, listGateways } from "@/lib/gateway/service";

export const GET = handle(gatewayContract.list, ({ ctx, query }) => listGateways(ctx, query));
export const POST = handle(gatewayContract.create, ({ ctx, body }) => createGateway(ctx, body));
