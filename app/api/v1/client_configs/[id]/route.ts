import { clientConfigContract } from "@/lib/client-config/contract";
import { deleteConfig, getConfig, updateConfig } from "@/lib/client-config/service";
import { handle } from "@/lib/domains/handle";

export const GET = handle(clientConfigContract.get, ({ ctx, params }) => getConfig(ctx, params.id));
export const PUT = handle(clientConfigContract.update, ({ ctx, params, body }) =>
  updateConfig(ctx, params.id, body),
);
export const DELETE = handle(clientConfigContract.remove, ({ ctx, params }) =>
  deleteConfig(ctx, params.id),
);
