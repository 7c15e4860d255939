import "server-only";
import type { InputLimits } from "@/lib/limits";
import type { Tx } from "@/lib/context";
import { sign } from "@/lib/crypto/tokens";
import type { Db } from "@/lib/db/client";
import * as settings from "./repository";

/** What signing in depends on, as it is now. */
export function signInSettings(db: Db): Promise<settings.SignInSettings> {
  return settings.findSignInSettings(db);
}

/** As they stay until this transaction ends. */
export async function holdSignInSettings(tx: Tx): Promise<settings.SignInSettings> {
  await settings.hold(tx.db);
  return settings.findSignInSettings(tx.db);
}

/** Whether people with an address of this domain may ask to be let in, as it is now. */
export async function mayAskToJoin(db: Db, domain: string): Promise<boolean> {
  const allowed = await settings.findAllowedEmailDomains(db);
  return allowed.includes("*") || allowed.includes(domain.toLowerCase());
}

/** How many days ahead an API token may expire, as it is now. */
export function tokenMaxDays(db: Db): Promise<number> {
  return settings.findTokenMaxDays(db);
}

/** How many days an invite is good for, as it is now. */
export function inviteDays(db: Db): Promise<number> {
  return settings.findInviteDays(db);
}

/** What the schemas of bodies depend on, as it is now. */
export function inputLimits(db: Db): Promise<InputLimits> {
  return settings.findInputLimits(db);
}

/** @throws when the database was written with another secret: nothing sealed in it could be read */
export async function checkSecret(db: Db, secret: string): Promise<void> {
  const value = sign(secret, "secret-check", "muster");
  if ((await settings.claimSecretCheck(db, value)) === value) return;
  throw new Error(
    "MUSTER_SECRET is not the one that this database was set up with. Start with that one.",
  );
}
