import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** The library's default algorithm is argon2id. OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string; the password is normalised to NFC first, so that keyboards do not matter. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Takes the same time whether or not there is a hash to compare with.
 * @param passwordHash null for an unknown user or one without a password: never matches.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFC"));
  return matches && passwordHash !== null;
}
