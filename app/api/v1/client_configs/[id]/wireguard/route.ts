import { clientConfigContract } from "@/lib/client-config/contract";
import { getConfigFile } from "@/lib/client-config/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(clientConfigContract.file, ({ ctx, params }) =>
  getConfigFile(ctx, params.id),
);
