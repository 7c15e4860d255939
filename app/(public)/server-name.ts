import { publicAddress } from "@/lib/auth/page-context";

/** This server as its visitors know it. */
export function serverName(incoming: Headers): string {
  const address = publicAddress();
  return address === null ? (incoming.get("host") ?? "this server") : new URL(address).host;
}
