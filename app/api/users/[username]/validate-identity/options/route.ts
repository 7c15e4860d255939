import { handle } from "@/lib/domains/handle";
import { passkeyContract } from "@/lib/passkey/contract";
import { confirmationOptions } from "@/lib/passkey/service";

export const POST = handle(passkeyContract.confirmationOptions, ({ ctx, params }) =>
  confirmationOptions(ctx, params.username),
);
