import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { enrolTotp } from "@/lib/mfa/service";

export const POST = handle(mfaContract.completeTotp, ({ ctx, params, body }) =>
  enrolTotp(ctx, params.username, body),
);
