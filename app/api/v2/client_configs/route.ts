import { clientConfigContract } from "@/lib/client-config/contract";
import { pageConfigs } from "@/lib/client-config/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(clientConfigContract.page, ({ ctx, query }) => pageConfigs(ctx, query));
