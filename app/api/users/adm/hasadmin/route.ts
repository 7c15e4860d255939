import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

export const GET = handle(userContract.hasAdmin, ({ ctx }) => hasSuperAdmin(ctx));
