import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { createUser, deleteUser, getUser, updateUser } from "@/lib/user/service";

export const GET = handle(userContract.get, ({ ctx, params }) => getUser(ctx, params.username));
export const POST = handle(userContract.create, ({ ctx, params, body }) =>
  createUser(ctx, params.username, body),
);
export const PUT = handle(userContract.update, ({ ctx, params, body }) =>
  updateUser(ctx, params.username, body),
);
export const DELETE = handle(userContract.remove, ({ ctx, params, query }) =>
  deleteUser(ctx, params.username, { takesPlainConfigs: query.force_delete_configs }),
);
