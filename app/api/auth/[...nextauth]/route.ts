import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { answerForeign } from "@/lib/api/foreign";
import { authOptions } from "@/lib/auth/next-auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own routes: the cookie in which a browser keeps its session. */
function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  const { url, method, headers } = request;
  return answerForeign(request, async (body) => {
    const read = new NextRequest(url, { method, headers, body });
    const response: unknown = await NextAuth(read, context, authOptions(headers));
    if (response instanceof Response) return response;
    throw new TypeError("next-auth gave no answer.");
  });
}

export { handler as GET, handler as POST };
