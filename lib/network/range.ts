/** Address ranges in CIDR notation (RFC 4632, RFC 4291). */
import ipaddr from "ipaddr.js";
import { prefixBounds } from "./values";

type Family = keyof typeof prefixBounds;

export type ReadRange = { range: string } | { problem: string };

/** The range in its usual form, its host bits cleared; or what is wrong with it, in words. */
export function readRange(text: string, family: Family): ReadRange {
  const { min, max, example } = prefixBounds[family];
  const name = `IPv${String(family)}`;
  const read = splitPrefix(text);
  if (!read || !isAddress(read.address, family)) {
    return { problem: `This must be an ${name} range such as ${example}.` };
  }
  const { address, bits } = read;
  if (bits < min || bits > max) {
    return {
      problem: `The prefix of an ${name} range is from /${String(min)} to /${String(max)}.`,
    };
  }
  return { range: `${networkAddress(`${address}/${String(bits)}`, family)}/${String(bits)}` };
}

/** What stands before the slash, and the bits behind it; null unless these are a plain number, without leading zeros. */
export function splitPrefix(text: string): { address: string; bits: number } | null {
  const [, address, prefix] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return address === undefined ? null : { address, bits: Number(prefix) };
}

/** Written out, without a zone: of the short forms of IPv4 (`10.1`, `0x0a.0.0.1`) none is an address here. */
export function isAddress(text: string, family: Family): boolean {
  if (text.includes("%")) return false;
  const decimal = family === 4 || text.includes(".") ? text.slice(text.lastIndexOf(":") + 1) : null;
  if (decimal !== null && !ipaddr.IPv4.isValidFourPartDecimal(decimal)) return false;
  return family === 4 ? decimal === text : ipaddr.IPv6.isValid(text);
}

/** An address in the form that the database reads, whichever way it was written. */
export function plainAddress(text: string): string {
  return text.includes(":") ? ipaddr.IPv6.parse(text).toRFC5952String() : text;
}

/** As numbers, IPv4 before IPv6. */
export function compareAddresses(a: string, b: string): number {
  const [left, right] = [bytesOf(a), bytesOf(b)];
  if (left.length !== right.length) return left.length - right.length;
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function bytesOf(address: string): number[] {
  return ipaddr.parse(address).toByteArray();
}

/** How many addresses of an IPv4 range devices and gateways can have: all but the network's and the broadcast. */
export function hostCount(range: string): number {
  const [, bits] = ipaddr.IPv4.parseCIDR(range);
  return Math.max(0, 2 ** (32 - bits) - 2);
}

/** Whether an address is one of those that {@link hostCount} counts. */
export function isHostOf(range: string, address: string): boolean {
  if (!isAddress(address, 4)) return false;
  const ends = [
    ipaddr.IPv4.networkAddressFromCIDR(range).toString(),
    ipaddr.IPv4.broadcastAddressFromCIDR(range).toString(),
  ];
  return ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parseCIDR(range)) && !ends.includes(address);
}

function networkAddress(cidr: string, family: Family): string {
  return family === 4
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String();
}
