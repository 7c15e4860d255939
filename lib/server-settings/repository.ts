import "server-only";
import type { Db } from "@/lib/db/client";

export interface SignInSettings {
  basicAuth: boolean;
  sessionMinutes: number;
}

export function findSignInSettings(db: Db): Promise<SignInSettings> {
  return db.serverSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { basicAuth: true, sessionMinutes: true },
  });
}

export async function findTokenMaxDays(db: Db): Promise<number> {
  const { tokenMaxDays } = await db.serverSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { tokenMaxDays: true },
  });
  return tokenMaxDays;
}

/** Stores the check value where there is none yet. @returns the value that is stored */
export async function claimSecretCheck(db: Db, value: string): Promise<string | null> {
  await db.serverSetting.updateMany({
    where: { id: 1, secretCheck: null },
    data: { secretCheck: value },
  });
  const { secretCheck } = await db.serverSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { secretCheck: true },
  });
  return secretCheck;
}
