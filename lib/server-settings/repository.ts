import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { Prisma as Sql, rows } from "@/lib/db/sql";
import type { Stored } from "@/lib/versions";
import type { ServerSettings } from "./schema";

const where = { id: 1 };

const settingsSelect = {
  basicAuth: true,
  mfaEnforced: true,
  allowedEmailDomains: true,
  sessionMinutes: true,
  inviteDays: true,
  tokenMaxDays: true,
  passwordMinLength: true,
  notifyPending: true,
  version: true,
} satisfies Prisma.ServerSettingSelect;
type SettingsRow = Prisma.ServerSettingGetPayload<{ select: typeof settingsSelect }>;

/** What administrators set: all but what follows from the configuration. */
export type SetSettings = Omit<ServerSettings, "mail_configured">;
export type StoredSettings = Stored<SetSettings>;

export async function find(db: Db): Promise<StoredSettings> {
  return toStored(await db.serverSetting.findUniqueOrThrow({ where, select: settingsSelect }));
}

/** The settings as nobody else can change them before this transaction ends. */
export async function lock(db: Db): Promise<StoredSettings> {
  // Two statements: the second one sees what a transaction that held the lock has written.
  await rows(db, Sql.sql`SELECT 1 FROM "ServerSetting" WHERE "id" = 1 FOR UPDATE`);
  return find(db);
}

/** Nobody changes the settings before this transaction ends; others may hold them too. */
export async function hold(db: Db): Promise<void> {
  await rows(db, Sql.sql`SELECT 1 FROM "ServerSetting" WHERE "id" = 1 FOR SHARE`);
}

/** Writes all settings and raises the version. */
export async function update(db: Db, settings: SetSettings): Promise<StoredSettings> {
  const row = await db.serverSetting.update({
    where,
    data: {
      basicAuth: settings.basic_auth,
      mfaEnforced: settings.mfa_enforced,
      allowedEmailDomains: settings.allowed_email_domains,
      sessionMinutes: settings.session_minutes,
      inviteDays: settings.invite_days,
      tokenMaxDays: settings.token_max_days,
      passwordMinLength: settings.password_min_length,
      notifyPending: settings.notify_pending,
      version: { increment: 1 },
    },
    select: settingsSelect,
  });
  return toStored(row);
}

function toStored({ version, ...row }: SettingsRow): StoredSettings {
  return {
    version: String(version),
    entity: {
      basic_auth: row.basicAuth,
      mfa_enforced: row.mfaEnforced,
      allowed_email_domains: row.allowedEmailDomains,
      session_minutes: row.sessionMinutes,
      invite_days: row.inviteDays,
      token_max_days: row.tokenMaxDays,
      password_min_length: row.passwordMinLength,
      notify_pending: row.notifyPending,
    },
  };
}

export interface SignInSettings {
  basicAuth: boolean;
  sessionMinutes: number;
  mfaEnforced: boolean;
}

export function findSignInSettings(db: Db): Promise<SignInSettings> {
  return db.serverSetting.findUniqueOrThrow({
    where,
    select: { basicAuth: true, sessionMinutes: true, mfaEnforced: true },
  });
}

export async function findAllowedEmailDomains(db: Db): Promise<string[]> {
  const { allowedEmailDomains } = await db.serverSetting.findUniqueOrThrow({
    where,
    select: { allowedEmailDomains: true },
  });
  return allowedEmailDomains;
}

export async function findTokenMaxDays(db: Db): Promise<number> {
  const { tokenMaxDays } = await db.serverSetting.findUniqueOrThrow({
    where,
    select: { tokenMaxDays: true },
  });
  return tokenMaxDays;
}

export async function findInviteDays(db: Db): Promise<number> {
  const { inviteDays } = await db.serverSetting.findUniqueOrThrow({
    where,
    select: { inviteDays: true },
  });
  return inviteDays;
}

const TOLD_EVERY = Sql.sql`interval '1 hour'`;

/** Whether administrators want to be told of who waits, and have not been for an hour: then they count as told. */
export async function claimPendingTold(db: Db, now: Date): Promise<boolean> {
  const claimed = await db.$executeRaw(Sql.sql`
    UPDATE "ServerSetting" SET "pendingToldAt" = ${now}::timestamptz
    WHERE "id" = 1 AND "notifyPending" AND "pendingToldAt" <= ${now}::timestamptz - ${TOLD_EVERY}`);
  return claimed > 0;
}

export async function findMfaEnforced(db: Db): Promise<boolean> {
  const { mfaEnforced } = await db.serverSetting.findUniqueOrThrow({
    where,
    select: { mfaEnforced: true },
  });
  return mfaEnforced;
}

/** What the schemas of bodies depend on. */
export function findInputLimits(db: Db): Promise<{ passwordMinLength: number }> {
  return db.serverSetting.findUniqueOrThrow({ where, select: { passwordMinLength: true } });
}

/** Stores the check value where there is none yet. @returns the value that is stored */
export async function claimSecretCheck(db: Db, value: string): Promise<string | null> {
  await db.serverSetting.updateMany({
    where: { id: 1, secretCheck: null },
    data: { secretCheck: value },
  });
  const { secretCheck } = await db.serverSetting.findUniqueOrThrow({
    where,
    select: { secretCheck: true },
  });
  return secretCheck;
}
