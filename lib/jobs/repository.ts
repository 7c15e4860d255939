import "server-only";
import type { Db } from "@/lib/db/client";

export async function removeSessions(db: Db, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } });
}

export async function removeThrottles(db: Db, now: Date): Promise<void> {
  await db.throttle.deleteMany({ where: { expiresAt: { lte: now } } });
}
