import { handle } from "@/lib/domains/handle";
import { gatewayContract } from "@/lib/gateway/contract";
import { gatewayWireguard } from "@/lib/gateway/wireguard-service";

export const GET = handle(gatewayContract.wireguard, ({ ctx, params, query }) =>
  gatewayWireguard(ctx, params.id, query),
);
