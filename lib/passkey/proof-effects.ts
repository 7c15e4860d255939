// What a passkey's answer proves. A challenge is used up, and an attempt counted, outside the caller's transaction.
import "server-only";
import { noteRefusal } from "@/lib/audit/refusals";
import { relyingPartyAt, type RelyingParty } from "@/lib/auth/relying-party";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context, Tx } from "@/lib/context";
import { expiryOf, type Asked } from "./challenge";
import { userHandleOf } from "./options";
import * as passkeys from "./repository";
import type { Assertion, Attestation } from "./schema";
import { challengeIn, fromBase64url, verifyAssertion } from "./verification";

/** A passkey that has answered as only it can, and what it said of itself. */
export interface Proof {
  key: passkeys.Key;
  counter: number;
  isBackedUp: boolean;
}

/**
 * Checks a passkey's answer, which uses its challenge up. Of a passkey that is known, a wrong one is audited.
 * @returns null where it is wrong
 * @throws AppError `throttled`
 */
export async function provePasskey(
  ctx: Context,
  credential: Assertion,
  asked: Asked,
): Promise<Proof | null> {
  const { relyingParty } = relyingPartyAt(ctx.client.serverOrigin());
  const known = relyingParty && (await findKey(ctx, credential, { ...asked, relyingParty }));
  const proof = await countAttempt(ctx, "passkey", null, async () => {
    const challenge = await takeChallenge(ctx, credential, asked);
    if (!challenge || !known) return null;
    const verified = await verifyAssertion(credential, known, { challenge, relyingParty });
    return verified && { key: known, ...verified };
  });
  if (proof === null && known) await noteRefusal(ctx, known.username);
  return proof;
}

/** The passkey that the answer names, if it is one of whoever is asked; of a stranger it must say whose it is. */
async function findKey(
  { db }: Context,
  { id, response }: Assertion,
  { purpose, userId, relyingParty }: Asked & { relyingParty: RelyingParty },
): Promise<passkeys.Key | null> {
  const key = await passkeys.findByCredential(db, fromBase64url(id), relyingParty.id);
  if (!key) return null;
  if (purpose === "confirm") return key.userId === userId ? key : null;
  return response.userHandle === userHandleOf(key.userId) ? key : null;
}

/** Uses up the challenge that an answer names. @returns it; null where it is not good for what is asked, or no more */
export async function takeChallenge(
  { db, now }: Context,
  credential: Assertion | Attestation,
  asked: Asked,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const challenge = challengeIn(credential);
  const expiresAt = challenge && expiryOf(challenge, asked, now);
  if (!expiresAt || !(await passkeys.noteAnswered(db, challenge, expiresAt))) return null;
  return challenge;
}

/**
 * Notes the use of a passkey, whose user is locked.
 * @returns false where it was removed, or used with as high a counter, since it answered
 */
export function notePasskeyUse(tx: Tx, { key, counter, isBackedUp }: Proof): Promise<boolean> {
  return passkeys.touch(tx.db, key.id, { counter, isBackedUp, now: tx.now });
}
