import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** The library's default algorithm is argon2id. OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string; the password is normalised to NFC first, so that keyboards do not matter. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

const CURRENT = `$argon2id$v=19$m=${String(COST.memoryCost)},t=${String(COST.timeCost)},p=${String(COST.parallelism)}$`;

/** Whether a hash was made at another cost, or in another way, than {@link hashPassword} makes them now. */
export function needsRehash(passwordHash: string): boolean {
  return !passwordHash.startsWith(CURRENT);
}

let decoy: Promise<string> | undefined;

/** A hash of argon2 as a PHC string, with its parameters, salt and output. */
const READABLE =
  /^\$argon2(?:id|i|d)\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}$/;

/**
 * Takes the same time whether or not there is a hash to compare with.
 * @param passwordHash null for an unknown user or one without a password: never matches, and neither does
 *   what is no hash of argon2.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const isReadable = passwordHash !== null && READABLE.test(passwordHash);
  const matches = await verify(isReadable ? passwordHash : await decoy, password.normalize("NFC"));
  return matches && isReadable;
}
