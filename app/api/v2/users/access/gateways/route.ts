import { accessContract } from "@/lib/access/contract";
import { pageAccessGateways } from "@/lib/access/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(accessContract.gateways, ({ ctx, query }) =>
  pageAccessGateways(ctx, query),
);
