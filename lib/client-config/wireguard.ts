import { conflict } from "@/lib/errors";
import type { ClientConfig } from "./schema";

/** What a device is told of the gateway and the network beyond its own client config. */
export interface Peer {
  publicKey: string;
  isInternetGateway: boolean;
  /** The network's. */
  ranges: string[];
}

const EVERYTHING = "0.0.0.0/0, ::/0";

/**
 * What WireGuard on the device reads (wg-quick(8)). The private key is the device's alone.
 * @throws AppError `conflict` while the gateway cannot be reached
 */
export function deviceFile(config: ClientConfig, peer: Peer): string {
  if (peer.publicKey === "") throw conflict("The gateway has no public key yet.");
  if (config.ingressgatewayendpoint === "") throw conflict("The gateway has no endpoint yet.");
  const lines = [
    "[Interface]",
    "# PrivateKey = ",
    `Address = ${addressesOf(config)}`,
    ...(config.dns === "" ? [] : [`DNS = ${config.dns}`]),
    "",
    "[Peer]",
    `PublicKey = ${peer.publicKey}`,
    `Endpoint = ${config.ingressgatewayendpoint}`,
    `AllowedIPs = ${peer.isInternetGateway ? EVERYTHING : peer.ranges.join(", ")}`,
    "PersistentKeepalive = 25",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function addressesOf({ address, address6 }: ClientConfig): string {
  const own = [address && `${address}/32`, address6 && `${address6}/128`];
  return own.filter((each) => each !== "").join(", ");
}
