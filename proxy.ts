import { NextResponse, type NextRequest } from "next/server";
import { answerOutsideContracts } from "@/lib/api/outside-contracts";
import { contracts } from "@/lib/domains/contracts";
import { securityHeaders } from "@/lib/security-headers";

/** Runs before Next: the security headers of every page and, in development, what no route file answers. */
export default function proxy(request: NextRequest): Response {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/"))
    return answerOutsideContracts(contracts, request) ?? NextResponse.next();
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
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
