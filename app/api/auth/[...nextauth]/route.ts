import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/next-auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own routes: the cookie in which a browser keeps its session. */
async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions(request.headers));
  return response;
}

export { handler as GET, handler as POST };
