import { listRemoteAccessGateways } from "@/lib/client-config/remote-access-service";
import { handle } from "@/lib/domains/handle";
import { gatewayContract } from "@/lib/gateway/contract";

export const GET = handle(gatewayContract.ofUser, ({ ctx, params, query }) =>
  listRemoteAccessGateways(ctx, params.username, query),
);
