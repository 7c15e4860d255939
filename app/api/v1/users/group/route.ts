import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { createGroup, deleteGroup, getGroup, updateGroup } from "@/lib/group/service";

export const GET = handle(groupContract.get, ({ ctx, query }) => getGroup(ctx, query.group_id));
export const POST = handle(groupContract.create, ({ ctx, body }) => createGroup(ctx, body));
export const PUT = handle(groupContract.update, ({ ctx, body }) => updateGroup(ctx, body));
export const DELETE = handle(groupContract.remove, ({ ctx, query }) =>
  deleteGroup(ctx, query.group_id),
);
