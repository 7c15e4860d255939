import { handle } from "@/lib/domains/handle";
import { roleContract } from "@/lib/role/contract";
import { createRole, deleteRole, getRole, updateRole } from "@/lib/role/service";

export const GET = handle(roleContract.get, ({ ctx, query }) => getRole(ctx, query.role_id));
export const POST = handle(roleContract.create, ({ ctx, body }) => createRole(ctx, body));
export const PUT = handle(roleContract.update, ({ ctx, body }) => updateRole(ctx, body));
export const DELETE = handle(roleContract.remove, ({ ctx, query }) =>
  deleteRole(ctx, query.role_id),
);
