import { handle } from "@/lib/domains/handle";
import { attachUsers, detachUsers } from "@/lib/gateway/attachment-service";
import { gatewayContract } from "@/lib/gateway/contract";
import { userContract } from "@/lib/user/contract";
import { pageGatewayUsers } from "@/lib/user/gateway-service";

export const GET = handle(userContract.pageOfGateway, ({ ctx, params, query }) =>
  pageGatewayUsers(ctx, params.id, query),
);
export const POST = handle(gatewayContract.attachMany, ({ ctx, params, query, body }) =>
  attachUsers(ctx, { gatewayId: params.id, ids: body.ids, isDryRun: query.dry_run }),
);
export const DELETE = handle(gatewayContract.detachMany, ({ ctx, params, query, body }) =>
  detachUsers(ctx, { gatewayId: params.id, ids: body.ids, isDryRun: query.dry_run }),
);
