import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { listGatewayUsers } from "@/lib/user/gateway-service";

export const GET = handle(userContract.ofGateway, ({ ctx, params }) =>
  listGatewayUsers(ctx, params.ingress_id),
);
