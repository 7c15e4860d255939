import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { resetMfa } from "@/lib/mfa/service";

export const DELETE = handle(mfaContract.reset, ({ ctx, params }) =>
  resetMfa(ctx, params.username),
);
