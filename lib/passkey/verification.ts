// Whether what a browser answers was made by a passkey, for this server and for the challenge that it got (WebAuthn, 7).
import "server-only";
import {
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import {
  decodeAttestationObject,
  decodeClientDataJSON,
  isoBase64URL,
} from "@simplewebauthn/server/helpers";
import type { RelyingParty } from "@/lib/auth/relying-party";
import type { Assertion, Attestation } from "./schema";

type Bytes = Uint8Array<ArrayBuffer>;

/** EdDSA, ES256 and RS256, as COSE numbers them: between them every authenticator makes one. */
export const algorithms = [-8, -7, -257];

export function toBase64url(bytes: Bytes): string {
  return isoBase64URL.fromBuffer(bytes);
}

export function fromBase64url(text: string): Bytes {
  return isoBase64URL.toBuffer(text);
}

/** What the answer says that it answers; null where it says nothing. */
export function challengeIn({ response }: Assertion | Attestation): Bytes | null {
  try {
    return fromBase64url(decodeClientDataJSON(response.clientDataJSON).challenge);
  } catch {
    return null;
  }
}

interface Expected {
  challenge: Bytes;
  relyingParty: RelyingParty;
}

export interface NewCredential {
  credentialId: Bytes;
  publicKey: Bytes;
  counter: number;
  transports: string[];
  isBackedUp: boolean;
}

/** No authenticator makes longer ones (WebAuthn, 7.1), and the index of the database holds no others. */
const MAX_CREDENTIAL_ID_BYTES = 1023;

/** The passkey that was made; null where the answer is not good. */
export async function verifyAttestation(
  credential: Attestation,
  { challenge, relyingParty }: Expected,
): Promise<NewCredential | null> {
  const { transports, ...response } = credential.response;
  const verified = await nullIfBad(async () => {
    if (!formats.includes(formatOf(response.attestationObject))) return null;
    return verifyRegistrationResponse({
      response: { ...credential, response, clientExtensionResults: {} },
      expectedChallenge: toBase64url(challenge),
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      supportedAlgorithmIDs: algorithms,
    });
  });
  if (!verified?.verified) return null;
  const { credential: made, credentialBackedUp } = verified.registrationInfo;
  const credentialId = fromBase64url(made.id);
  const isNamed = toBase64url(fromBase64url(credential.id)) === made.id;
  if (!isNamed || credentialId.length > MAX_CREDENTIAL_ID_BYTES) return null;
  return {
    credentialId,
    publicKey: made.publicKey,
    counter: made.counter,
    transports: (transports ?? []).filter(isKnownTransport),
    isBackedUp: credentialBackedUp,
  };
}

/**
 * The kinds of statement about a key that can be checked by themselves. None is asked for, but some authenticators make
 * one all the same. It is not believed either: that would take lists from the makers' own servers. Left out are those of
 * keys that cannot verify their holder, and those by which the library asks an address in the answer.
 */
const formats = ["none", "packed", "tpm", "apple"];

// Of these makers the library knows the root of one, and would ask its server about each certificate.
SettingsService.setRootCertificates({ identifier: "apple", certificates: [] });

function formatOf(attestationObject: string): string {
  return decodeAttestationObject(fromBase64url(attestationObject)).get("fmt");
}

const knownTransports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];

function isKnownTransport(transport: string): boolean {
  return knownTransports.includes(transport);
}

/** What of a passkey an answer is held against. */
export interface StoredCredential {
  publicKey: Bytes;
  counter: number;
}

/** What the passkey says of itself; null where the answer is not its own, or its counter does not grow. */
export async function verifyAssertion(
  credential: Assertion,
  { publicKey, counter }: StoredCredential,
  { challenge, relyingParty }: Expected,
): Promise<{ counter: number; isBackedUp: boolean } | null> {
  const { userHandle: _userHandle, ...response } = credential.response;
  const verified = await nullIfBad(() =>
    verifyAuthenticationResponse({
      response: { ...credential, response, clientExtensionResults: {} },
      expectedChallenge: toBase64url(challenge),
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      credential: { id: credential.id, publicKey, counter },
    }),
  );
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, isBackedUp: credentialBackedUp };
}

/** The library throws whatever is wrong with an answer. */
async function nullIfBad<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}
