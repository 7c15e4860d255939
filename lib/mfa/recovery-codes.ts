/** Codes for whoever lost the authenticator app: each is good once. */
import "server-only";
import { randomBytes } from "node:crypto";
import { keyedHash } from "@/lib/crypto/keyed-hash";

const COUNT = 10;
const LENGTH = 10;
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** 50 random bits each, shown as `xxxxx-xxxxx`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const code = Array.from(randomBytes(LENGTH), (byte) => LETTERS.charAt(byte % 32)).join("");
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}

/** What is stored of a user's code, however it was typed. */
export function hashRecoveryCode(userId: string, code: string): Uint8Array<ArrayBuffer> {
  const plain = code.toLowerCase().replace(/[\s-]/g, "");
  return keyedHash("recovery-code", `${userId}:${plain}`);
}
