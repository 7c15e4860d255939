import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { endSession } from "@/lib/session/service";

export const DELETE = handle(sessionContract.end, ({ ctx, query }) => endSession(ctx, query.id));
