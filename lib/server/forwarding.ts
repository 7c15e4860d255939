// Tells the handlers who is connected, in headers that nobody outside can set.
import "server-only";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { listenerHeaders } from "@/lib/listener-headers";

const { address: addressHeader, protocol: protocolHeader, direct: directHeader } = listenerHeaders;
const ours: readonly string[] = Object.values(listenerHeaders);
const forwardingHeader =
  /^(forwarded|via|x-real-ip|x-(forwarded|original|envoy)-.*|x-(cluster-)?client-ip|true-client-ip|cf-.*)$/;

const loopback = /^(127\.[\d.]+|::1)$/;

interface Options {
  /** How many proxies in front are believed. */
  trustedProxies: number;
  warn: (message: string) => void;
}

/** Makes the function that replaces these headers on every incoming request. */
export function createForwarding({ trustedProxies, warn }: Options) {
  let hasWarned = false;

  return (incoming: IncomingMessage): void => {
    const { headers } = incoming;
    const forwardedFor = headers["x-forwarded-for"];
    if (trustedProxies === 0 && forwardedFor !== undefined && !hasWarned) {
      hasWarned = true;
      warn(
        "A request carries X-Forwarded-For, which is not believed: set TRUST_PROXY behind a proxy.",
      );
    }
    const socketAddress = plainAddress(incoming.socket.remoteAddress ?? "");
    replaceHeaders(incoming, {
      [addressHeader]: addressOf(nthFromRight(forwardedFor, trustedProxies)) ?? socketAddress,
      [protocolHeader]: protocolOf(nthFromRight(headers["x-forwarded-proto"], trustedProxies)),
      ...(isDirect(incoming, socketAddress) && { [directHeader]: "1" }),
    });
  };
}

function nthFromRight(header: string | string[] | undefined, n: number): string | undefined {
  if (n === 0 || header === undefined) return undefined;
  return String(header).split(",").at(-n)?.trim();
}

/** Some proxies add a port, and brackets around IPv6. */
function addressOf(entry: string | undefined): string | undefined {
  if (entry === undefined) return undefined;
  const [, bare = entry] =
    /^\[([^\]]+)\](?::\d+)?$/.exec(entry) ?? /^([\d.]+):\d+$/.exec(entry) ?? [];
  const address = plainAddress(bare);
  return isIP(address) === 0 ? undefined : address;
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}

/** The sockets are plain http; only a proxy can have spoken https. */
function protocolOf(entry: string | undefined): string {
  return entry === "https" ? "https" : "http";
}

/** Whether somebody on this machine is connected without a proxy: a plain one speaks HTTP/1.0, which no browser does. */
function isDirect({ headers, httpVersion }: IncomingMessage, socketAddress: string): boolean {
  if (httpVersion === "1.0") return false;
  if (!loopback.test(socketAddress)) return false;
  return !Object.keys(headers).some((name) => forwardingHeader.test(name));
}

/** In both forms that Node keeps: Next reads the one, the request listener the other. */
function replaceHeaders(incoming: IncomingMessage, values: Record<string, string>): void {
  const { headers } = incoming;
  if (ours.some((name) => headers[name] !== undefined)) removeOurs(incoming);
  Object.assign(headers, values);
  for (const name of ours) {
    const value = values[name];
    if (value !== undefined) incoming.rawHeaders.push(name, value);
  }
}

function removeOurs(incoming: IncomingMessage): void {
  const { headers, rawHeaders } = incoming;
  incoming.rawHeaders = rawHeaders.filter(
    (_, index) => !ours.includes(rawHeaders[index - (index % 2)]?.toLowerCase() ?? ""),
  );
  for (const name of ours) Reflect.deleteProperty(headers, name);
}
