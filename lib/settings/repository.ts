import "server-only";
import type { Db } from "@/lib/db/client";
import { userSettings, type UserSettings } from "./schema";

export async function findByUser(db: Db, userId: string): Promise<UserSettings | null> {
  const row = await db.userSettings.findUnique({
    where: { userId },
    select: { theme: true, textSize: true, reducedMotion: true },
  });
  if (!row) return null;
  return userSettings.parse({
    theme: row.theme,
    text_size: row.textSize,
    reduced_motion: row.reducedMotion,
  });
}
