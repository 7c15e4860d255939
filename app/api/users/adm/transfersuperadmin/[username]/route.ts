import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { transferSuperAdmin } from "@/lib/user/super-admin-service";

export const POST = handle(userContract.transferSuperAdmin, ({ ctx, params }) =>
  transferSuperAdmin(ctx, params.username),
);
