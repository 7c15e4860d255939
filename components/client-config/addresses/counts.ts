import { hostCount, isHostOf } from "@/lib/network/range";
import type { AddressRow } from "./rows";

/** What gateways have of an IPv4 range, each address once. */
export function gatewayHosts(range: string, gateways: readonly AddressRow[]): number {
  return new Set(gateways.map(({ address }) => address).filter((each) => isHostOf(range, each)))
    .size;
}

/** What is left of an IPv4 range. */
export function freeHosts(
  range: string,
  { devices, gateways }: Record<"devices" | "gateways", number>,
) {
  return Math.max(0, hostCount(range) - devices - gateways);
}
