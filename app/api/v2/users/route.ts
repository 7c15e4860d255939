import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { exportUsers, pageUsers } from "@/lib/user/service";

export const GET = handle(userContract.page, ({ ctx, query }) => pageUsers(ctx, query), {
  csv: ({ ctx, query }) => exportUsers(ctx, query),
});
