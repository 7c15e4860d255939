import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { listUsers } from "@/lib/user/service";

export const GET = handle(userContract.list, ({ ctx }) => listUsers(ctx));
