import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { createQueue } from "@/lib/queue";

/** The library's default algorithm is argon2id. OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Of Node's four threads two are left to files and name look-ups. Who waits longest waits a few seconds; in a larger
 * burst it is kinder to say no.
 */
const inTurn = createQueue({
  running: 2,
  waiting: 100,
  refusal: "Too many passwords are being checked right now. Try again in a moment.",
});

/** @returns a PHC string; the password is normalised to NFC first, so that keyboards do not matter. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
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
  // Not in turn: a refusal would stay.
  decoy ??= hash("nobody has this password", COST);
  const isReadable = passwordHash !== null && READABLE.test(passwordHash);
  const compared = isReadable ? passwordHash : await decoy;
  const matches = await inTurn(() => verify(compared, password.normalize("NFC")));
  return matches && isReadable;
}
