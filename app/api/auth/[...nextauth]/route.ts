import { answerForeign } from "@/lib/api/foreign";
import { ownOrigin } from "@/lib/auth/protocol";
import { askNextAuth } from "@/lib/auth/ask-next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { configuredProviders } from "@/lib/auth/providers";
import { answerSingleSignOn } from "@/lib/auth/single-sign-on/answer";
import { confirmByProvider, signInByProvider } from "@/lib/identity/sign-in-service";

const verbs = { signIn: signInByProvider, confirm: confirmByProvider };

/** next-auth's own routes: the cookie in which a browser keeps its session, and the way to providers and back. */
function handler(request: Request): Promise<Response> {
  return answerForeign(request, async (body) => {
    const asked = { request, body, origin: ownOrigin(request) };
    const single = await answerSingleSignOn(asked, { providers: configuredProviders(), verbs });
    return single ?? askNextAuth(asked, authOptions(request.headers));
  });
}

export { handler as GET, handler as POST };
