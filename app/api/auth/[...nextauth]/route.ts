import { answerForeign } from "@/lib/api/foreign";
import { ownOrigin } from "@/lib/auth/protocol";
import { askNextAuth } from "@/lib/auth/ask-next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { configuredProviders } from "@/lib/auth/providers";
import { answerSingleSignOn } from "@/lib/auth/single-sign-on/answer";
import { confirmByProvider, signInByProvider } from "@/lib/identity/sign-in-service";

const verbs = { signIn: signInByProvider, confirm: confirmByProvider };

/** Without `_log`, by which anybody could write into the log. */
const served = {
  "/api/auth/csrf": ["GET"],
  "/api/auth/session": ["GET", "POST"],
  "/api/auth/providers": ["GET"],
  "/api/auth/signin": ["GET", "POST"],
  "/api/auth/signin/{provider}": ["GET", "POST"],
  "/api/auth/signout": ["GET", "POST"],
  "/api/auth/callback/{provider}": ["GET", "POST"],
  "/api/auth/error": ["GET"],
  "/api/auth/verify-request": ["GET"],
} as const;

/** next-auth's own routes: the cookie in which a browser keeps its session, and the way to providers and back. */
function handler(request: Request): Promise<Response> {
  return answerForeign(request, served, async (body) => {
    const asked = { request, body, origin: ownOrigin(request) };
    const single = await answerSingleSignOn(asked, { providers: configuredProviders(), verbs });
    return single ?? askNextAuth(asked, authOptions(request.headers));
  });
}

export {
  handler as DELETE,
  handler as GET,
  handler as HEAD,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
