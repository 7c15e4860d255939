import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { setUserDisabled } from "@/lib/user/service";

export const POST = handle(userContract.enable, ({ ctx, params }) =>
  setUserDisabled(ctx, params.username, false),
);
