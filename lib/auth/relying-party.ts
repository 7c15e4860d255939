import "server-only";
import { isIP } from "node:net";
import type { Context } from "@/lib/context";

/** What passkeys are made for (WebAuthn, 4): the name of a host, and the origin that browsers must be on. */
export interface RelyingParty {
  id: string;
  origin: string;
}

type Found = { relyingParty: RelyingParty } | { relyingParty: null; reason: string };

/** What passkeys are made for at this address of the server, or why browsers make none there. */
export function relyingPartyAt(origin: string | null): Found {
  if (origin === null) return none("Passkeys need the address of this server.");
  const { protocol, hostname } = new URL(origin);
  if (hostname.startsWith("[") || isIP(hostname) !== 0) {
    return none(
      `Passkeys do not work at an IP address such as ${hostname}: this server needs a name.`,
    );
  }
  if (protocol !== "https:" && !isLocalhost(hostname)) {
    return none(`Passkeys do not work at ${origin}: browsers ask for https.`);
  }
  return { relyingParty: { id: hostname, origin } };
}

function none(reason: string): Found {
  return { relyingParty: null, reason };
}

/** Which browsers trust without https. */
function isLocalhost(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

/** The host's name by which passkeys are known at the address that was called; null where there can be none. */
export function relyingPartyId({ client }: Pick<Context, "client">): string | null {
  return relyingPartyAt(client.serverOrigin()).relyingParty?.id ?? null;
}
