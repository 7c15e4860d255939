/** What a passkey has to sign: made for one purpose, signed by this server, and kept nowhere until it is answered. */
import "server-only";
import { randomBytes } from "node:crypto";
import { keyedHash } from "@/lib/crypto/keyed-hash";
import { constantTimeEqual } from "@/lib/crypto/tokens";

type Bytes = Uint8Array<ArrayBuffer>;

export const CHALLENGE_MS = 5 * 60_000;
const RANDOM_BYTES = 16;
const TIME_BYTES = 6;

/** What a challenge may be answered for. */
export interface Asked {
  purpose: "sign-in" | "confirm" | "register";
  /** Whose passkey; null while nobody is known. */
  userId: string | null;
}

/** Random bytes, until when it is good, then what proves that and what it was made for. */
export function newChallenge(asked: Asked, now: Date): Bytes {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(now.getTime() + CHALLENGE_MS, 0, TIME_BYTES);
  return proven(Buffer.concat([randomBytes(RANDOM_BYTES), time]), asked);
}

/** @returns until when a challenge may be answered; null where it is over, or was not made for what is asked */
export function expiryOf(challenge: Bytes, asked: Asked, now: Date): Date | null {
  const head = Buffer.from(challenge.subarray(0, RANDOM_BYTES + TIME_BYTES));
  if (!constantTimeEqual(textOf(proven(head, asked)), textOf(challenge))) return null;
  const expiresAt = new Date(head.readUIntBE(RANDOM_BYTES, TIME_BYTES));
  return now < expiresAt ? expiresAt : null;
}

function proven(head: Buffer, { purpose, userId }: Asked): Bytes {
  const made = JSON.stringify([purpose, userId, textOf(head)]);
  return new Uint8Array(Buffer.concat([head, keyedHash("passkey-challenge", made)]));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
