import { clientConfigContract } from "@/lib/client-config/contract";
import { createConfig, listConfigs } from "@/lib/client-config/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(clientConfigContract.list, ({ ctx, query }) => listConfigs(ctx, query));
export const POST = handle(clientConfigContract.create, ({ ctx, body }) => createConfig(ctx, body));
