import "server-only";
import { randomUUID } from "node:crypto";
import type { Client } from "@/lib/context";
import { listenerHeaders } from "@/lib/listener-headers";
import { readKnownBrowser } from "./known-browser";
import { ownOrigin } from "./protocol";

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;

export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && REQUEST_ID.test(given) ? given : randomUUID();
}

export function clientOf(request: Request): Client {
  return {
    ip: request.headers.get(listenerHeaders.address) ?? "",
    userAgent: printable(request.headers.get("user-agent") ?? "").slice(0, 512),
    serverOrigin: () => ownOrigin(request),
    knownBrowser: () => readKnownBrowser(request.headers),
  };
}

function printable(value: string): string {
  if (/^[ -~]*$/.test(value)) return value;
  return value.toWellFormed().replace(/\p{Cc}/gu, "");
}
