import { handle } from "@/lib/api/handle";
import { sessionContract } from "@/lib/session/contract";
import { logout } from "@/lib/session/service";

export const POST = handle(sessionContract.logout, ({ ctx, query }) => logout(ctx, query));
