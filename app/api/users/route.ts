import { handle } from "@/lib/api/handle";
import { userContract } from "@/lib/user/contract";
import { listUsers } from "@/lib/user/service";

export const GET = handle(userContract.list, ({ ctx }) => listUsers(ctx));
