import "server-only";
import { createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { crc32 } from "node:zlib";
import { SignJWT } from "jose";

/** SHA-256 of the whole bearer: all that is stored of it. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash("sha256", token, "buffer"));
}

export type TokenPrefix = "mat_" | "mpt_";

/** Prefix, 256 random bits and a CRC-32 of both, so that secret scanners can tell one from noise. */
export function createToken(prefix: TokenPrefix): string {
  const body = prefix + randomBytes(32).toString("base64url");
  return body + checksum(body);
}

/** Anybody can work it out, so that it need not be compared in constant time. */
export function hasValidChecksum(token: string): boolean {
  return checksum(token.slice(0, -CHECKSUM_LENGTH)) === token.slice(-CHECKSUM_LENGTH);
}

const CHECKSUM_LENGTH = 6;

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString("base64url");
}

export function constantTimeEqual(a: string, b: string): boolean {
  return timingSafeEqual(hashToken(a), hashToken(b));
}

/** Derives a key for one purpose from the server's secret (HKDF, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `muster:${purpose}`, 32));
}

export function sign(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", deriveKey(secret, purpose)).update(text).digest("base64url");
}

interface SessionClaims {
  username: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** A JWT only because dashboards read `exp` in the browser; the server trusts the session's row. */
export function createSessionToken(
  secret: string,
  { username, issuedAt, expiresAt }: SessionClaims,
) {
  return new SignJWT({ UserName: username })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(randomBytes(16).toString("base64url"))
    .sign(deriveKey(secret, "session-token"));
}
