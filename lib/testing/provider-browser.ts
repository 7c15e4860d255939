// A browser that goes to a provider and comes back: it keeps cookies, and follows redirects where a test wants it to.
import { z } from "zod";
import { GET } from "@/app/api/auth/[...nextauth]/route";
import type { RoundTrip } from "@/lib/auth/single-sign-on/cookies";
import type { Caller } from "./factories";

const APP = "http://localhost:3000";

interface Options {
  /** From where it calls. */
  address?: string;
  /** Who answers next-auth's routes. */
  handler?: (request: Request) => Promise<Response>;
  /** Beside the cookies. */
  headers?: Record<string, string>;
}

interface Leaving extends Partial<Pick<RoundTrip, "purpose" | "back">> {
  provider?: string;
  json?: "true";
  csrfToken?: string;
}

interface Landed {
  status: number;
  /** Where the browser goes next. */
  to: string;
  response: Response;
}

export function aProviderBrowser({ address = "192.0.2.1", handler = GET, headers }: Options = {}) {
  /** By name, as our server set them. */
  const cookies = new Map<string, string>();
  const elsewhere = new Map<string, string>();

  async function ask(path: string, init: RequestInit = {}): Promise<Landed> {
    const sent = { "x-muster-client-address": address, Cookie: headerOf(cookies), ...headers };
    const response = await handler(new Request(new URL(path, APP), { ...init, headers: sent }));
    keep(cookies, response);
    return { status: response.status, to: response.headers.get("location") ?? "", response };
  }

  /** Asks our server for the address of the provider. */
  async function begin({ provider = "oidc", ...fields }: Leaving = {}): Promise<Landed> {
    const { response } = await ask("/api/auth/csrf");
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await response.json());
    return ask(`/api/auth/signin/${provider}`, {
      method: "POST",
      body: new URLSearchParams({ csrfToken, ...fields }),
    });
  }

  /** Signs in at the provider. @returns the address that it sends back to */
  async function visit(start: string): Promise<string> {
    let next = start;
    while (!next.startsWith(APP)) {
      const response = await fetch(next, {
        redirect: "manual",
        headers: { Cookie: headerOf(elsewhere) },
      });
      keep(elsewhere, response);
      const location = response.headers.get("location");
      if (location === null) throw new Error(`The provider stays: ${await response.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }

  return {
    cookies,
    begin,
    visit,
    /** Opens an address of ours. */
    open: (target: string) => ask(target),
    /** All of it. */
    goAround: async (leaving?: Leaving) => ask(await visit((await begin(leaving)).to)),
    /** What it sends to our endpoints. */
    caller: (): Caller => ({
      headers: { Cookie: headerOf(cookies), "Sec-Fetch-Site": "same-origin" },
    }),
    /** Is signed in already. */
    takeCookies: ({ headers: sent }: Caller) => {
      for (const pair of (sent["Cookie"] ?? "").split("; ")) keepPair(cookies, pair);
    },
  };
}

function headerOf(cookies: ReadonlyMap<string, string>): string {
  return Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; ");
}

function keep(cookies: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    if (/max-age=0/i.test(cookie)) cookies.delete(pair.split("=", 1)[0] ?? "");
    else keepPair(cookies, pair);
  }
}

function keepPair(cookies: Map<string, string>, pair: string): void {
  const [name = "", ...value] = pair.split("=");
  cookies.set(name, value.join("="));
}
