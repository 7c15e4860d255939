// Asks next-auth in the one of its forms that needs nothing of Next around it.
import "server-only";
import { parse } from "cookie";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { isRecord } from "@/lib/wire";
import { cookieName } from "./cookies";
import { isSecureRequest } from "./protocol";

export interface Asked {
  request: Request;
  /** Null where there is none. */
  body: Uint8Array<ArrayBuffer> | null;
  /** Our own, as the browser knows it. */
  origin: string;
}

/** What next-auth is told in place of what the request says. */
interface Told {
  query?: Record<string, string>;
  fields?: Record<string, unknown>;
}

/** It learns where this server is from us alone, and where a browser wants to go afterwards not at all. */
export async function askNextAuth(
  asked: Asked,
  options: NextAuthOptions,
  told: Told = {},
): Promise<Response> {
  const { request, origin } = asked;
  const { pathname, searchParams } = new URL(request.url);
  const { query = Object.fromEntries(searchParams), fields = fieldsOf(asked) } = told;
  const { callbackUrl: _wanted, ...wanted } = query;
  const own = new URL(origin);
  const { recorded, read } = recorder();
  await run(
    {
      method: request.method,
      query: { ...wanted, nextauth: pathname.split("/").slice(3) },
      cookies: cookiesOf(request),
      headers: {
        ...Object.fromEntries(request.headers),
        "x-forwarded-host": own.host,
        "x-forwarded-proto": own.protocol.slice(0, -1),
      },
      body: fields,
    },
    recorded,
    options,
  );
  return read();
}

/** What was posted: a form, or JSON; nothing where it is neither. */
export function fieldsOf({ request, body }: Asked): Record<string, unknown> {
  if (body === null) return {};
  const type = request.headers.get("content-type") ?? "";
  const text = new TextDecoder().decode(body);
  if (!type.includes("application/json")) return Object.fromEntries(new URLSearchParams(text));
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}

function cookiesOf({ headers }: Request): Record<string, string | undefined> {
  const { [cookieName("callback-url", isSecureRequest(headers))]: _wanted, ...cookies } = parse(
    headers.get("cookie") ?? "",
  );
  return cookies;
}

/** The part of a response of Next's older kind that next-auth uses, and what it has become. */
function recorder() {
  const headers = new Headers();
  let status = 200;
  let body: string | null = null;
  const recorded = {
    status: (code: number) => {
      status = code;
      return recorded;
    },
    getHeader: (name: string) =>
      name === "Set-Cookie" ? headers.getSetCookie() : (headers.get(name) ?? undefined),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return recorded;
    },
    json: (value: unknown) => {
      headers.set("Content-Type", "application/json");
      body = JSON.stringify(value);
    },
    send: (value: unknown) => {
      if (value !== undefined) body = typeof value === "string" ? value : JSON.stringify(value);
    },
    end: () => undefined,
  };
  return { recorded, read: () => new Response(body, { status, headers }) };
}

type Recorded = ReturnType<typeof recorder>["recorded"];

/** Of Next's request and response next-auth uses these parts alone, whatever its types say. */
async function run(
  request: Pick<NextApiRequest, "method" | "query" | "cookies" | "headers" | "body">,
  response: Recorded,
  options: NextAuthOptions,
): Promise<void> {
  /* eslint-disable @typescript-eslint/consistent-type-assertions -- see above */
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  /* eslint-enable @typescript-eslint/consistent-type-assertions */
}
