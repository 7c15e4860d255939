import "server-only";
import { cookieActor } from "@/lib/auth/actor";
import { clientOf, requestIdOf } from "@/lib/auth/client";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";

export function redirect(to: string, cookies: readonly string[] = []): Response {
  return new Response(null, { status: 302, headers: headersOf(cookies, ["Location", to]) });
}

/** For a page of ours, which goes there by itself. */
export function tell(to: string, cookies: readonly string[]): Response {
  const headers = headersOf(cookies, ["Content-Type", "application/json"]);
  return new Response(JSON.stringify({ url: to }), { headers });
}

function headersOf(cookies: readonly string[], own: [string, string]): [string, string][] {
  const set = cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return [own, ["Cache-Control", "private, no-store"], ...set];
}

/** Who a browser is signed in as; anonymous where it is not. */
export async function browserContext(request: Request): Promise<Context> {
  const now = new Date();
  const db = database().prisma;
  return {
    requestId: requestIdOf(request),
    actor: (await cookieActor(db, request.headers, now)) ?? { kind: "anonymous" },
    now,
    client: clientOf(request),
    ifMatch: null,
    marks: [],
    db,
  };
}
