import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { offerTotp } from "@/lib/mfa/service";

export const POST = handle(mfaContract.initTotp, ({ ctx, params }) =>
  offerTotp(ctx, params.username),
);
