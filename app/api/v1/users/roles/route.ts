import { handle } from "@/lib/domains/handle";
import { roleContract } from "@/lib/role/contract";
import { listRoles } from "@/lib/role/service";

export const GET = handle(roleContract.list, ({ ctx, query }) => listRoles(ctx, query.platform));
