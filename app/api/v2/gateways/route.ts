import { handle } from "@/lib/domains/handle";
import { gatewayContract } from "@/lib/gateway/contract";
import { pageGateways } from "@/lib/gateway/service";

export const GET = handle(gatewayContract.page, ({ ctx, query }) => pageGateways(ctx, query));
