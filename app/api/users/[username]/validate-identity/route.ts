import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { validateIdentity } from "@/lib/session/sign-in-service";

export const POST = handle(sessionContract.validateIdentity, ({ ctx, params, body }) =>
  validateIdentity(ctx, params.username, body),
);
