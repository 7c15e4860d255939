import { handle } from "@/lib/domains/handle";
import { networkContract } from "@/lib/network/contract";
import { createNetwork, listNetworks } from "@/lib/network/service";

export const GET = handle(networkContract.list, ({ ctx }) => listNetworks(ctx));
export const POST = handle(networkContract.create, ({ ctx, body }) => createNetwork(ctx, body));
