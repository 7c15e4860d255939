import "server-only";
import { env } from "@/lib/env";
import { listenerHeaders } from "@/lib/listener-headers";

/** Whether the browser is on https: by the public address or, without one, by what the server in front says. */
export function isSecureRequest(headers: Pick<Headers, "get">): boolean {
  const { MUSTER_BASE_URL } = env();
  if (MUSTER_BASE_URL !== undefined) return MUSTER_BASE_URL.startsWith("https:");
  return headers.get(listenerHeaders.protocol) === "https";
}
