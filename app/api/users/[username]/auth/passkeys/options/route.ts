import { handle } from "@/lib/domains/handle";
import { passkeyContract } from "@/lib/passkey/contract";
import { passkeyCreationOptions } from "@/lib/passkey/service";

export const POST = handle(passkeyContract.creationOptions, ({ ctx, params }) =>
  passkeyCreationOptions(ctx, params.username),
);
