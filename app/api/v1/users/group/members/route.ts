import { handle } from "@/lib/domains/handle";
import { groupContract } from "@/lib/group/contract";
import { addMembers, removeMembers } from "@/lib/group/members-service";

export const POST = handle(groupContract.addMembers, ({ ctx, query, body }) =>
  addMembers(ctx, body, { isDryRun: query.dry_run }),
);
export const DELETE = handle(groupContract.removeMembers, ({ ctx, query, body }) =>
  removeMembers(ctx, body, { isDryRun: query.dry_run }),
);
