import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { logout } from "@/lib/session/service";

export const POST = handle(sessionContract.logout, ({ ctx, query }) => logout(ctx, query));
