import { isSecureRequest } from "@/lib/auth/protocol";
import { rememberBrowser } from "@/lib/auth/known-browser";
import { handle } from "@/lib/domains/handle";
import { env } from "@/lib/env";
import { sessionContract } from "@/lib/session/contract";
import { authenticate } from "@/lib/session/sign-in-service";

export const POST = handle(sessionContract.authenticate, async ({ ctx, body, request, reply }) => {
  const fromDashboard = request.headers.get("from-ui")?.toLowerCase() === "true";
  const answer = await authenticate(ctx, body, { secret: env().MUSTER_SECRET, fromDashboard });
  if (!("AuthToken" in answer)) return answer;
  reply["Set-Cookie"] = rememberBrowser(
    ctx.client.knownBrowser(),
    answer.UserName,
    isSecureRequest(request.headers),
  );
  return answer;
});
