import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { getUserDetail } from "@/lib/user/service";

export const GET = handle(userContract.detail, ({ ctx, query }) =>
  getUserDetail(ctx, query.username),
);
