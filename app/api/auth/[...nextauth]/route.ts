import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/next-auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own routes: the cookie in which a browser keeps its session. */
async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  const response: unknown = await NextAuth(request, context, authOptions(request.headers));
  if (response instanceof Response) return response;
  throw new TypeError("next-auth gave no answer.");
}

export { handler as GET, handler as POST };
