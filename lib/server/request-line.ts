// Brings what a client may say in several ways into the one that the handlers know: its target and its host.
import "server-only";
import type { IncomingMessage } from "node:http";

const absoluteForm = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * Of the absolute form, which is meant for proxies, the host counts and not that of the header (RFC 9112, 3.2.2).
 * HTTP/1.0 knows no `Host`.
 * @returns whether there is one host, and it is one
 */
export function settleTarget(incoming: IncomingMessage, defaultHost: string): boolean {
  const [, authority, rest = ""] = absoluteForm.exec(incoming.url ?? "") ?? [];
  if (authority !== undefined) incoming.url = rest.startsWith("/") ? rest : `/${rest}`;
  const given = authority ?? onlyHostOf(incoming);
  const isOld = incoming.httpVersion === "1.0";
  const host = normalHost(given ?? (isOld ? defaultHost : ""));
  if (host === null) return false;
  replaceHost(incoming, host);
  return true;
}

/** Undefined without one, or with several. */
function onlyHostOf({ rawHeaders }: IncomingMessage): string | undefined {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "host",
  );
  return hosts.length > 1 ? "" : hosts[0];
}

/** As browsers write it: small letters, the short form of an IPv6 address. Null for what is no host. */
function normalHost(host: string): string | null {
  const address = `http://${host}`;
  if (!/^[^\s/?#@\\]+$/.test(host) || !URL.canParse(address)) return null;
  const port = host.endsWith(":80") ? ":80" : "";
  return `${new URL(address).host}${port}`;
}

/** In both forms that Node keeps. */
function replaceHost(incoming: IncomingMessage, host: string): void {
  const { headers, rawHeaders } = incoming;
  if (headers.host === host) return;
  headers.host = host;
  const others = rawHeaders.filter(
    (_, index) => rawHeaders[index - (index % 2)]?.toLowerCase() !== "host",
  );
  incoming.rawHeaders = ["Host", host, ...others];
}
