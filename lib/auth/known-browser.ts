import "server-only";
import { randomUUID } from "node:crypto";
import { parse, serialize } from "cookie";
import { z } from "zod";
import { constantTimeEqual, sign } from "@/lib/crypto/tokens";
import { env } from "@/lib/env";

/**
 * The signed cookie of earlier sign-ins. A browser that carries it has a throttle of its own, so that
 * somebody else's wrong guesses cannot keep the owner of an account out.
 */
const COOKIE = "muster-known-browser";
const PURPOSE = "known-browser";
const REMEMBERED = 5;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const entries = z.array(z.tuple([z.string(), z.string()]));

/** @returns ids of this browser by username; empty when there is no cookie or its signature is wrong. */
export function readKnownBrowser(cookieHeader: string | null): ReadonlyMap<string, string> {
  if (!cookieHeader?.includes(COOKIE)) return new Map();
  const [body = "", signature = ""] = (parse(cookieHeader)[COOKIE] ?? "").split(".");
  if (!constantTimeEqual(sign(env().MUSTER_SECRET, PURPOSE, body), signature)) return new Map();
  return new Map(entries.parse(JSON.parse(Buffer.from(body, "base64url").toString())));
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
  return serialize(COOKIE, `${body}.${sign(env().MUSTER_SECRET, PURPOSE, body)}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    path: "/api",
    maxAge: YEAR_SECONDS,
  });
}
