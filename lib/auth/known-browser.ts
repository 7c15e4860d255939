import "server-only";
import { randomUUID } from "node:crypto";
import { serialize } from "cookie";
import { z } from "zod";
import { constantTimeEqual, sign } from "@/lib/crypto/tokens";
import { env } from "@/lib/env";
import { cookieName, cookieValues } from "./cookies";

// The signed cookie of earlier sign-ins. A browser that carries it has a throttle of its own, so that
// somebody else's wrong guesses cannot keep the owner of an account out.
const PURPOSE = "known-browser";
const REMEMBERED = 5;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const entries = z.array(z.tuple([z.string(), z.string()]));

/** @returns ids of this browser by username; empty when there is no cookie with the right signature. */
export function readKnownBrowser(headers: Headers): ReadonlyMap<string, string> {
  const body = cookieValues(headers, "known-browser").map(signedPart).find(isThere);
  if (body === undefined) return new Map();
  return new Map(entries.parse(JSON.parse(Buffer.from(body, "base64url").toString())));
}

function signedPart(value: string): string | null {
  const [body = "", signature = ""] = value.split(".");
  return constantTimeEqual(sign(env().MUSTER_SECRET, PURPOSE, body), signature) ? body : null;
}

function isThere(body: string | null): body is string {
  return body !== null;
}

/** @returns the `Set-Cookie` value that also remembers a sign-in as `username`. */
export function rememberBrowser(
  known: ReadonlyMap<string, string>,
  username: string,
  isSecure: boolean,
) {
  const others = [...known].filter(([name]) => name !== username);
  const all = [[username, known.get(username) ?? randomUUID()], ...others].slice(0, REMEMBERED);
  const body = Buffer.from(JSON.stringify(all)).toString("base64url");
  return serialize(
    cookieName("known-browser", isSecure),
    `${body}.${sign(env().MUSTER_SECRET, PURPOSE, body)}`,
    {
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure,
      path: "/",
      maxAge: YEAR_SECONDS,
    },
  );
}
