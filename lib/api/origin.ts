import "server-only";
import { AppError } from "@/lib/errors";
import { originOf } from "@/lib/auth/protocol";
import { env } from "@/lib/env";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const SAME_SITE = new Set(["same-origin", "none"]);

interface Proofs {
  hasBearer: boolean;
  hasSessionCookie: boolean;
}

/**
 * Keeps other sites from writing in a visitor's name. A bearer alone decides who calls, and no other site can make a
 * browser send it; every other write must come from our own pages.
 * @throws AppError `forbidden`
 */
export function checkOrigin(request: Request, { hasBearer, hasSessionCookie }: Proofs): void {
  if (SAFE_METHODS.has(request.method) || hasBearer) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (!hasSessionCookie && isAllowedCorsOrigin(origin)) return;
  const isForeign =
    (origin !== null && !isOwnOrigin(origin, request)) || (site !== null && !SAME_SITE.has(site));
  const isUnproven = hasSessionCookie && origin === null && site === null;
  if (!isForeign && !isUnproven) return;
  throw new AppError(
    "forbidden",
    "This request comes from another site. Send it from this server's own pages, or with a bearer token.",
  );
}

function isOwnOrigin(origin: string, request: Request): boolean {
  const { MUSTER_BASE_URL } = env();
  if (MUSTER_BASE_URL !== undefined) return origin === new URL(MUSTER_BASE_URL).origin;
  return URL.canParse(origin) && origin === originOf(origin, request.headers.get("host"));
}

function isAllowedCorsOrigin(origin: string | null): origin is string {
  return origin !== null && env().CORS_ALLOWED_ORIGINS.includes(origin);
}

/** CORS headers for a configured origin; never with credentials. */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get("origin");
  if (!isAllowedCorsOrigin(origin)) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Expose-Headers": "ETag, Retry-After, X-Error-Code, X-Request-Id",
    Vary: "Origin",
  };
}

export function preflightHeaders(request: Request, methods: string): Record<string, string> {
  const cors = corsHeaders(request);
  if (Object.keys(cors).length === 0) return {};
  return {
    ...cors,
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers":
      "Authorization, Content-Type, If-Match, X-Request-Id, X-Setup-Token, From-Ui",
    "Access-Control-Max-Age": "600",
  };
}
