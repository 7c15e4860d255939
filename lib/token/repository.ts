import "server-only";
import type { Db } from "@/lib/db/client";

/** @returns how many there were */
export async function removeByUsers(db: Db, userIds: string[]): Promise<number> {
  const { count } = await db.accessToken.deleteMany({ where: { userId: { in: userIds } } });
  return count;
}
