/** Address ranges in CIDR notation (RFC 4632, RFC 4291). */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { prefixBounds } from "./values";

type Family = keyof typeof prefixBounds;

export type ReadRange = { range: string } | { problem: string };

/** The range in its usual form, its host bits cleared; or what is wrong with it, in words. */
export function readRange(text: string, family: Family): ReadRange {
  const { min, max, example } = prefixBounds[family];
  const name = `IPv${String(family)}`;
  const [address = "", prefix = "", ...rest] = text.split("/");
  const isRange = isIP(address) === family && !address.includes("%") && /^\d{1,3}$/.test(prefix);
  if (!isRange || rest.length > 0) {
    return { problem: `This must be an ${name} range such as ${example}.` };
  }
  const bits = Number(prefix);
  if (bits < min || bits > max) {
    return {
      problem: `The prefix of an ${name} range is from /${String(min)} to /${String(max)}.`,
    };
  }
  return { range: `${networkAddress(`${address}/${String(bits)}`, family)}/${String(bits)}` };
}

function networkAddress(cidr: string, family: Family): string {
  return family === 4
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String();
}
