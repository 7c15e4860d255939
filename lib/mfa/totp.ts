/** Codes that change with the time (TOTP, RFC 6238), as authenticator apps make them. */
import "server-only";
import { Secret, TOTP, URI } from "otpauth";
import { constantTimeEqual } from "@/lib/crypto/tokens";

const ISSUER = "Muster";
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
/** Steps before and after the present one whose codes count: clocks differ, and typing takes a while. */
const WINDOW = [-1, 0, 1];

const parameters = { issuer: ISSUER, algorithm: "SHA1", digits: 6, period: STEP_SECONDS } as const;

/** A new secret, as the URL that apps read from a QR code. */
export function newKeyUrl(username: string): string {
  const secret = new Secret({ size: SECRET_BYTES });
  return new TOTP({ ...parameters, label: username, issuerInLabel: true, secret }).toString();
}

/** @param url one of ours @returns the secret in base32 */
export function secretIn(url: string): string {
  return URI.parse(url).secret.base32;
}

export function stepAt(time: Date): number {
  return Math.floor(time.getTime() / 1000 / STEP_SECONDS);
}

export function codeOfStep(secret: string, step: number): string {
  const totp = new TOTP({ ...parameters, secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: step * STEP_SECONDS * 1000 });
}

interface Attempt {
  code: string;
  now: Date;
  /** The newest step that was used. */
  lastStep: number;
}

/** The step that a code is of and that may still be used; null when there is none. */
export function usableStep(secret: string, { code, now, lastStep }: Attempt): number | null {
  const steps = WINDOW.map((distance) => stepAt(now) + distance);
  const fitting = steps.filter((step) => constantTimeEqual(codeOfStep(secret, step), code));
  return fitting.find((step) => step > lastStep) ?? null;
}
