import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import type { Stored } from "@/lib/versions";
import { userSettings, type UserSettings } from "./schema";

export type StoredSettings = Stored<UserSettings>;

const settingsSelect = {
  theme: true,
  textSize: true,
  reducedMotion: true,
  version: true,
} satisfies Prisma.UserSettingsSelect;
type SettingsRow = Prisma.UserSettingsGetPayload<{ select: typeof settingsSelect }>;

function toStored({ theme, textSize, reducedMotion, version }: SettingsRow): StoredSettings {
  return {
    version: String(version),
    entity: userSettings.parse({ theme, text_size: textSize, reduced_motion: reducedMotion }),
  };
}

export async function findByUser(db: Db, userId: string): Promise<StoredSettings | null> {
  const row = await db.userSettings.findUnique({ where: { userId }, select: settingsSelect });
  return row && toStored(row);
}

/** Writes the row, new or not. The caller holds the lock of the user's row. */
export async function save(
  db: Db,
  userId: string,
  { theme, text_size: textSize, reduced_motion: reducedMotion }: UserSettings,
): Promise<StoredSettings> {
  const columns = { theme, textSize, reducedMotion };
  const row = await db.userSettings.upsert({
    where: { userId },
    create: { userId, ...columns },
    update: { ...columns, version: { increment: 1 } },
    select: settingsSelect,
  });
  return toStored(row);
}
