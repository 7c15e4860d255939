import "server-only";
import { audit } from "@/lib/audit/audit";
import { forgetFailuresOf, readFailuresOf } from "@/lib/auth/throttle";
import { authorize, enforce } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db/transaction";
import { lockUser, readUser, targetOf } from "@/lib/user/effects";
import { canManageThrottle } from "@/lib/user/policy";
import { toWireTime, ZERO_TIME } from "@/lib/wire";
import { sessionAudit } from "./audit";
import type { Throttle } from "./schema";

/** How many sign-ins have failed, and until when the account waits for that. */
export async function getThrottle(ctx: Context, username: string): Promise<Throttle> {
  authorize(ctx, "throttle:manage");
  const { entity: user } = await readUser(ctx, username);
  enforce(canManageThrottle(ctx.actor, user));
  const { failures, waitsUntil } = await readFailuresOf(ctx, user.username);
  return { throttled_until: waitsUntil ? toWireTime(waitsUntil) : ZERO_TIME, failures };
}

/** Forgets the failures, so that the right secret is let in at once. */
export async function liftThrottle(ctx: Context, username: string): Promise<null> {
  authorize(ctx, "throttle:manage");
  return transaction(ctx, async (tx) => {
    const stored = await lockUser(tx, username);
    enforce(canManageThrottle(tx.actor, stored.entity));
    const { failures, waitsUntil } = await readFailuresOf(tx, stored.entity.username);
    if (failures === 0) return null;

    await forgetFailuresOf(tx, stored.entity.username);
    await audit(tx, sessionAudit, {
      verb: "throttle.lift",
      ...targetOf(stored),
      before: { failures, ...(waitsUntil && { throttled_until: toWireTime(waitsUntil) }) },
      after: null,
    });
    return null;
  });
}
