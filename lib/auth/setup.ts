import "server-only";
import { sign } from "@/lib/crypto/tokens";
import { env } from "@/lib/env";
import { listenerHeaders } from "@/lib/listener-headers";

/** Proves that the caller was given the link that the server printed at its start. */
export function setupToken(): string {
  const { MUSTER_SETUP_TOKEN, MUSTER_SECRET } = env();
  return MUSTER_SETUP_TOKEN ?? sign(MUSTER_SECRET, "setup-token", "super-admin");
}

/** The token stands behind `#`: browsers do not send it, so no log along the way gets it. */
export function setupLink(): string {
  const { MUSTER_BASE_URL, PORT } = env();
  return `${MUSTER_BASE_URL ?? `http://localhost:${String(PORT)}`}/setup#token=${setupToken()}`;
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whoever sits at the server's own machine needs no token, unless one was configured. The server in front has
 * marked connections that come from loopback and show no proxy. A plain one on the same machine shows nothing at
 * all, so none is taken for direct where the configuration speaks of one.
 */
export function needsSetupToken(headers: Headers): boolean {
  const { MUSTER_SETUP_TOKEN, MUSTER_BASE_URL, TRUST_PROXY } = env();
  if (MUSTER_SETUP_TOKEN !== undefined || TRUST_PROXY > 0) return true;
  if (MUSTER_BASE_URL !== undefined && !LOOPBACK_HOST.test(new URL(MUSTER_BASE_URL).host)) {
    return true;
  }
  const isDirect = headers.get(listenerHeaders.direct) === "1";
  return !isDirect || !LOOPBACK_HOST.test(headers.get("host") ?? "");
}
