/** next-auth's cookie, in which a browser keeps the session that our own endpoints made. */
import { unreachable } from "@/lib/api/api-error";

/**
 * Signing in needs cookies. A browser that keeps ours answers the second time with the token of the first.
 * @throws Error when it does not
 */
export async function requireCookies(): Promise<void> {
  const first = await readCsrfToken();
  if ((await readCsrfToken()) !== first) throw new Error(noCookies);
}

const noCookies =
  "Signing in needs a cookie, and this browser blocks those of this site. Allow them, then try again.";

/** Puts the session behind `token` into the cookie; the token is spent then. */
export async function startBrowserSession(token: string): Promise<void> {
  const response = await post("/api/auth/callback/credentials", { token });
  if (!response.ok) throw new Error("The browser could not be signed in. Try again.");
}

/** Drops the cookie. The session itself is ended by our own endpoint. */
export async function endBrowserSession(): Promise<void> {
  await post("/api/auth/signout", {});
}

interface Leaving {
  provider: string;
  purpose: "link" | "confirm";
  /** A page of ours to come back to. */
  back: string;
}

/** Goes to a provider. The page is left. */
export async function leaveForProvider({ provider, ...fields }: Leaving): Promise<void> {
  const response = await post(`/api/auth/signin/${provider}`, fields);
  const body: unknown = await response.json();
  const leads = typeof body === "object" && body !== null && "url" in body;
  if (!leads) throw new Error("The server did not answer as expected. Try again.");
  window.location.assign(String(body.url));
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrfToken = await readCsrfToken();
  return send(path, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}

async function readCsrfToken(): Promise<string> {
  const response = await send("/api/auth/csrf");
  const body: unknown = await response.json();
  const hasToken = typeof body === "object" && body !== null && "csrfToken" in body;
  if (!hasToken) throw new Error("The server did not answer as expected. Try again.");
  return String(body.csrfToken);
}

async function send(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw unreachable();
  }
}
