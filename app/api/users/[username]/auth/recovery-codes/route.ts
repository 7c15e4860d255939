import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { replaceRecoveryCodes } from "@/lib/mfa/service";

export const POST = handle(mfaContract.renewRecoveryCodes, ({ ctx, params }) =>
  replaceRecoveryCodes(ctx, params.username),
);
