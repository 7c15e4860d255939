import "server-only";
import type { Db } from "@/lib/db/client";

/** Those that work at this host. */
export function countByUser(db: Db, userId: string, rpId: string): Promise<number> {
  return db.passkey.count({ where: { userId, rpId } });
}

/** Those of other hosts too. @returns how many there were */
export async function removeByUser(db: Db, userId: string): Promise<number> {
  return (await db.passkey.deleteMany({ where: { userId } })).count;
}

export async function removeExpiredChallenges(db: Db, now: Date): Promise<void> {
  await db.webAuthnChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
}
