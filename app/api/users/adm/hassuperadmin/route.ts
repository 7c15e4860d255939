import { handle } from "@/lib/api/handle";
import { userContract } from "@/lib/user/contract";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

export const GET = handle(userContract.hasSuperAdmin, ({ ctx }) => hasSuperAdmin(ctx));
