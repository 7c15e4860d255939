import { handle } from "@/lib/domains/handle";
import { passkeyContract } from "@/lib/passkey/contract";
import { removePasskey, renamePasskey } from "@/lib/passkey/service";

export const PUT = handle(passkeyContract.rename, ({ ctx, params, body }) =>
  renamePasskey(ctx, params, body.name),
);
export const DELETE = handle(passkeyContract.remove, ({ ctx, params }) =>
  removePasskey(ctx, params),
);
