import { handle } from "@/lib/domains/handle";
import { roleContract } from "@/lib/role/contract";
import { pageRoles } from "@/lib/role/service";

export const GET = handle(roleContract.page, ({ ctx, query }) => pageRoles(ctx, query));
