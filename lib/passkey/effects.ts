import "server-only";
import { noteRefusal } from "@/lib/audit/refusals";
import { relyingPartyAt, relyingPartyId, type RelyingParty } from "@/lib/auth/relying-party";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context, Tx } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { CHALLENGE_MS, expiryOf, newChallenge, type Asked } from "./challenge";
import * as passkeys from "./repository";
import type { Assertion, Attestation, RequestOptions } from "./schema";
import { challengeIn, fromBase64url, toBase64url, verifyAssertion } from "./verification";

/** @throws AppError `conflict` where passkeys cannot work */
export function requireRelyingParty({ client }: Context): RelyingParty {
  const found = relyingPartyAt(client.serverOrigin);
  if (found.relyingParty === null) throw conflict(found.reason);
  return found.relyingParty;
}

/** How many passkeys of a user work at this address. */
export async function countUsablePasskeys(ctx: Context, userId: string): Promise<number> {
  const rpId = relyingPartyId(ctx);
  return rpId === null ? 0 : passkeys.count(ctx.db, userId, rpId);
}

/** Removes all passkeys of a user, whatever host they work at. @returns how many there were */
export function dropPasskeys({ db }: Tx, userId: string): Promise<number> {
  return passkeys.removeByUser(db, userId);
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

export function toDescriptor({ credentialId, transports }: passkeys.Descriptor) {
  return { id: toBase64url(credentialId), type: "public-key" as const, transports };
}

interface Asking extends Pick<Context, "now"> {
  asked: Asked;
  relyingParty: RelyingParty;
}

/** @param allowed the passkeys that may answer; none: any */
export function requestOptionsFor(
  { now, asked, relyingParty: { id: rpId } }: Asking,
  allowed: readonly passkeys.Descriptor[],
): RequestOptions {
  return {
    rpId,
    challenge: toBase64url(newChallenge(asked, now)),
    timeout: CHALLENGE_MS,
    allowCredentials: allowed.map(toDescriptor),
    userVerification: "required",
  };
}

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
  const { relyingParty } = relyingPartyAt(ctx.client.serverOrigin);
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

/** By what an authenticator knows a user: the bytes of their id. */
export function userHandleOf(userId: string): string {
  return Buffer.from(userId.replaceAll("-", ""), "hex").toString("base64url");
}

/**
 * Notes the use of a passkey, whose user is locked.
 * @returns false where it was removed, or used with as high a counter, since it answered
 */
export function notePasskeyUse(tx: Tx, { key, counter, isBackedUp }: Proof): Promise<boolean> {
  return passkeys.touch(tx.db, key.id, { counter, isBackedUp, now: tx.now });
}
