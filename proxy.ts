import { NextResponse, type NextRequest } from "next/server";
import { answerOutsideContracts } from "@/lib/api/outside-contracts";
import { inviteLinkCookie } from "@/lib/auth/invite-link";
import { contracts } from "@/lib/domains/contracts";
import { paths } from "@/lib/paths";
import { securityHeaders } from "@/lib/security-headers";

/**
 * Runs before Next: the security headers of every page, the links of invites and, in development, what no route file
 * answers.
 */
export default function proxy(request: NextRequest): Response {
  const { pathname, searchParams } = request.nextUrl;
  if (pathname.startsWith("/api/"))
    return answerOutsideContracts(contracts, request) ?? NextResponse.next();
  const isSignUp = pathname === paths.signUp;
  if (isSignUp && searchParams.has("invite_code")) return leadToSignUp(request);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const headers = securityHeaders({
    nonce,
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("Content-Security-Policy", headers["Content-Security-Policy"]);
  forwarded.set("x-muster-path", pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (isSignUp) response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}

/** Takes the link of an invite out of the address (ADR 18). */
function leadToSignUp(request: NextRequest): Response {
  const response = NextResponse.redirect(new URL(paths.signUp, request.url), 303);
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.cookies.set(inviteLinkCookie(request));
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
