import "server-only";
import { env } from "@/lib/env";
import { listenerHeaders } from "@/lib/listener-headers";

/** Whether the browser is on https: by the public address or, without one, by what the server in front says. */
export function isSecureRequest(headers: Pick<Headers, "get">): boolean {
  const { MUSTER_BASE_URL } = env();
  if (MUSTER_BASE_URL !== undefined) return MUSTER_BASE_URL.startsWith("https:");
  return headers.get(listenerHeaders.protocol) === "https";
}

/** The server's address, or where the caller found it: what links to it begin with, and what passkeys are made for. */
export function ownOrigin(request: Pick<Request, "headers" | "url">): string {
  const { MUSTER_BASE_URL } = env();
  if (MUSTER_BASE_URL !== undefined) return new URL(MUSTER_BASE_URL).origin;
  const { headers, url } = request;
  const anOrigin = isSecureRequest(headers) ? "https://-" : "http://-";
  return originOf(anOrigin, headers.get("host")) ?? new URL(url).origin;
}

/** The request's own, if it came by this scheme; of its port a `Host` may also say what the scheme says already. */
export function originOf(anOrigin: string, host: string | null): string | null {
  const address = `${new URL(anOrigin).protocol}//${host ?? ""}`;
  return URL.canParse(address) ? new URL(address).origin : null;
}
