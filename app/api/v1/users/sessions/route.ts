import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { endSessions, listSessions } from "@/lib/session/service";

export const GET = handle(sessionContract.list, ({ ctx, query }) =>
  listSessions(ctx, query.username),
);
export const DELETE = handle(sessionContract.endAll, ({ ctx, query }) =>
  endSessions(ctx, query.username),
);
