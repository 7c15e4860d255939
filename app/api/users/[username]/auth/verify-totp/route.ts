import { rememberBrowser } from "@/lib/auth/known-browser";
import { isSecureRequest } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { env } from "@/lib/env";
import { mfaContract } from "@/lib/mfa/contract";
import { verifyTotp } from "@/lib/mfa/sign-in-service";

export const POST = handle(
  mfaContract.verifyTotp,
  async ({ ctx, params, body, request, reply }) => {
    const fromDashboard = request.headers.get("from-ui")?.toLowerCase() === "true";
    const options = { secret: env().MUSTER_SECRET, fromDashboard };
    const signedIn = await verifyTotp(ctx, params.username, body, options);
    reply["Set-Cookie"] = rememberBrowser(
      ctx.client.knownBrowser(),
      signedIn.UserName,
      isSecureRequest(request.headers),
    );
    return signedIn;
  },
);
