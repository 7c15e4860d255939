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

/** Undefined without one; "", which is no host, with several. */
function onlyHostOf({ headers, rawHeaders }: IncomingMessage): string | undefined {
  const { host } = headers;
  if (host === undefined) return undefined;
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === "host") count += 1;
  }
  return count > 1 ? "" : host;
}

const normalHosts = new Map<string, string | null>();
const MOST_HOSTS = 100;

/** The same few come with every request. */
function normalHost(host: string): string | null {
  let normal = normalHosts.get(host);
  if (normal === undefined) {
    normal = normalized(host);
    if (normalHosts.size < MOST_HOSTS) normalHosts.set(host, normal);
  }
  return normal;
}

/** As browsers write it: small letters, the short form of an IPv6 address. Null for what is no host. */
function normalized(host: string): string | null {
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
