// An authenticator in software: passkeys that answer as a browser hands their answers on, well or badly.
import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { Assertion, Attestation, CreationOptions, RequestOptions } from "@/lib/passkey/schema";
import type { Certificate } from "./certificates";

/** What is not as it should be about an answer, or simply different. */
export interface Quirks {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  isUserVerified?: boolean;
  isBackedUp?: boolean;
  counter?: number;
  userHandle?: string | null;
  /** Signs with a key of somebody else. */
  isForged?: boolean;
  /** A maker vouches for it. */
  maker?: Certificate;
}

export interface SoftPasskey {
  id: string;
  userHandle: string;
  privateKey: KeyObject;
  publicKey: Uint8Array<ArrayBuffer>;
  rpId: string;
}

type Cbor = Parameters<typeof isoCBOR.encode>[0];

const ORIGIN = "http://localhost:3000";

function aKey(): Pick<SoftPasskey, "privateKey" | "publicKey"> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  // An ES256 key as COSE has it (RFC 9053, 7.1).
  const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ]);
  return { privateKey, publicKey: isoCBOR.encode(cose) };
}

/** A passkey that was made somewhere. */
export function aSoftPasskey({
  userHandle = "",
  rpId = "localhost",
  idBytes = 16,
} = {}): SoftPasskey {
  return { id: randomBytes(idBytes).toString("base64url"), userHandle, rpId, ...aKey() };
}

/** Answers creation options: the passkey, and what the browser sends. */
export function register(
  options: Pick<CreationOptions, "challenge" | "rp" | "user">,
  quirks: Quirks = {},
  passkey = aSoftPasskey({ userHandle: options.user.id, rpId: options.rp.id }),
): { passkey: SoftPasskey; credential: Attestation } {
  const id = Buffer.from(passkey.id, "base64url");
  const authData = Buffer.concat([
    authenticatorData(passkey, quirks, 0x40),
    Buffer.alloc(16),
    Buffer.from([id.length >> 8, id.length & 0xff]),
    id,
    passkey.publicKey,
  ]);
  const clientDataJSON = clientData("webauthn.create", options.challenge, quirks);
  const { maker } = quirks;
  const signed = Buffer.concat([authData, hashOf(clientDataJSON)]);
  const attestationObject = isoCBOR.encode(
    new Map<string, Cbor>([
      ["fmt", maker ? "packed" : "none"],
      ["attStmt", maker ? statement(maker, signed, quirks) : new Map<string, Cbor>()],
      ["authData", new Uint8Array(authData)],
    ]),
  );
  const response = {
    clientDataJSON,
    attestationObject: Buffer.from(attestationObject).toString("base64url"),
    transports: ["internal", "hybrid"],
  };
  return { passkey, credential: { ...namedAs(passkey), response } };
}

/** What a maker says of its key (WebAuthn, 8.2). */
function statement(
  { key, cert }: Certificate,
  signed: Buffer,
  { isForged }: Quirks,
): Map<string, Cbor> {
  const signature = sign("sha256", signed, isForged === true ? aKey().privateKey : key);
  return new Map<string, Cbor>([
    ["alg", -7],
    ["sig", new Uint8Array(signature)],
    ["x5c", [new Uint8Array(new X509Certificate(cert).raw)]],
  ]);
}

/** Answers request options. */
export function answer(
  passkey: SoftPasskey,
  { challenge }: Pick<RequestOptions, "challenge">,
  quirks: Quirks = {},
): Assertion {
  const authData = authenticatorData(passkey, quirks, 0);
  const clientDataJSON = clientData("webauthn.get", challenge, quirks);
  const hash = hashOf(clientDataJSON);
  const { privateKey } = quirks.isForged === true ? aKey() : passkey;
  const { userHandle = passkey.userHandle } = quirks;
  const response = {
    clientDataJSON,
    authenticatorData: authData.toString("base64url"),
    signature: sign("sha256", Buffer.concat([authData, hash]), privateKey).toString("base64url"),
    ...(userHandle !== null && { userHandle }),
  };
  return { ...namedAs(passkey), response };
}

function namedAs({ id }: SoftPasskey) {
  return { id, rawId: id, type: "public-key" as const };
}

/** Hash of the relying party, flags, counter (WebAuthn, 6.1); what was made follows it. */
function authenticatorData(
  { rpId }: SoftPasskey,
  { rpId: wrong, counter = 0, isUserVerified = true, isBackedUp = false }: Quirks,
  moreFlags: number,
): Buffer {
  const flags = 0x01 | (isUserVerified ? 0x04 : 0) | (isBackedUp ? 0x18 : 0) | moreFlags;
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(counter);
  const hash = createHash("sha256")
    .update(wrong ?? rpId)
    .digest();
  return Buffer.concat([hash, Buffer.from([flags]), counted]);
}

function hashOf(clientDataJSON: string): Buffer {
  return createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
}

function clientData(usual: string, asked: string, quirks: Quirks): string {
  const { type = usual, challenge = asked, origin = ORIGIN } = quirks;
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString(
    "base64url",
  );
}
