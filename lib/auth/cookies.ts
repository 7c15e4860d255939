import "server-only";
import { parse } from "cookie";
import { isSecureRequest } from "./protocol";

export type CookieName =
  | "session-token"
  | "callback-url"
  | "csrf-token"
  | "pkce-code-verifier"
  | "state"
  | "nonce"
  | "known-browser"
  | "invite-link"
  | "round-trip"
  | "proven-identity"
  | "pending-user";

/**
 * Names that no other application on this host has. Over https they carry the prefix that browsers take from this
 * host over https only; there the plain ones, which anybody could have set, count for nothing.
 */
export function cookieName(name: CookieName, isSecure: boolean): string {
  return `${isSecure ? "__Host-" : ""}muster.${name}`;
}

/** What came under a name of ours: a browser sends a value for each path that one was set for. */
export function cookieValues(headers: Headers, name: CookieName): readonly string[] {
  const wanted = cookieName(name, isSecureRequest(headers));
  const header = headers.get("cookie") ?? "";
  if (!header.includes(wanted)) return [];
  return header.split(";").flatMap((pair) => parse(pair)[wanted] ?? []);
}
