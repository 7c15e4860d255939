import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { signUp } from "@/lib/invite/sign-up-service";

export const POST = handle(inviteContract.signUp, ({ ctx, query, body }) =>
  signUp(ctx, query, body),
);
