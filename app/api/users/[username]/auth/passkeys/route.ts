import { handle } from "@/lib/domains/handle";
import { passkeyContract } from "@/lib/passkey/contract";
import { addPasskey, listPasskeys } from "@/lib/passkey/service";

export const GET = handle(passkeyContract.list, ({ ctx, params }) =>
  listPasskeys(ctx, params.username),
);
export const POST = handle(passkeyContract.add, ({ ctx, params, body }) =>
  addPasskey(ctx, params.username, body),
);
