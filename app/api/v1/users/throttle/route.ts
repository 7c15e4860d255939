import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { getThrottle, liftThrottle } from "@/lib/session/throttle-service";

export const GET = handle(sessionContract.throttle, ({ ctx, query }) =>
  getThrottle(ctx, query.username),
);
export const DELETE = handle(sessionContract.liftThrottle, ({ ctx, query }) =>
  liftThrottle(ctx, query.username),
);
