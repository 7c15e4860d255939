/** What a browser is asked for: to make a passkey, or to have one answer. */
import "server-only";
import { relyingPartyAt, type RelyingParty } from "@/lib/auth/relying-party";
import type { Context } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { CHALLENGE_MS, newChallenge, type Asked } from "./challenge";
import type { RequestOptions } from "./schema";
import { toBase64url, type NewCredential } from "./verification";

/** @throws AppError `conflict` where passkeys cannot work */
export function requireRelyingParty({ client }: Context): RelyingParty {
  const found = relyingPartyAt(client.serverOrigin());
  if (found.relyingParty === null) throw conflict(found.reason);
  return found.relyingParty;
}

/** By what an authenticator knows a user: the bytes of their id. */
export function userHandleOf(userId: string): string {
  return Buffer.from(userId.replaceAll("-", ""), "hex").toString("base64url");
}

/** How an authenticator knows a passkey. */
export type Descriptor = Pick<NewCredential, "credentialId" | "transports">;

export function toDescriptor({ credentialId, transports }: Descriptor) {
  return { id: toBase64url(credentialId), type: "public-key" as const, transports };
}

interface Asking extends Pick<Context, "now"> {
  asked: Asked;
  relyingParty: RelyingParty;
}

/** @param allowed the passkeys that may answer; none: any */
export function requestOptionsFor(
  { now, asked, relyingParty: { id: rpId } }: Asking,
  allowed: readonly Descriptor[],
): RequestOptions {
  return {
    rpId,
    challenge: toBase64url(newChallenge(asked, now)),
    timeout: CHALLENGE_MS,
    allowCredentials: allowed.map(toDescriptor),
    userVerification: "required",
  };
}
