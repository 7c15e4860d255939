import { handle } from "@/lib/domains/handle";
import { networkContract } from "@/lib/network/contract";
import { pageNetworks } from "@/lib/network/service";

export const GET = handle(networkContract.page, ({ ctx, query }) => pageNetworks(ctx, query));
