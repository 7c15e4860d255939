/** Addresses and keys as WireGuard's tools read them. */
import { isAddress, splitPrefix } from "@/lib/network/range";

/** Of IPv4 or IPv6. */
export function isIpAddress(text: string): boolean {
  return isAddress(text, text.includes(":") ? 6 : 4);
}

/** An address with the length of its prefix, host bits and all: `10.20.0.1/16`. */
export function isInterfaceAddress(text: string): boolean {
  const read = splitPrefix(text);
  if (!read || !isIpAddress(read.address)) return false;
  return read.bits <= (read.address.includes(":") ? 128 : 32);
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** As RFC 1123 has it, in ASCII. */
export function isHostName(text: string): boolean {
  const labels = text.replace(/\.$/, "").split(".");
  // What ends in a number is meant to be an address.
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

/** A public key of X25519 (RFC 7748): 32 bytes in base64, in their one canonical form. */
export function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text);
}
