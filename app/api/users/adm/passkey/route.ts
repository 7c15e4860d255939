import { isSecureRequest } from "@/lib/auth/protocol";
import { rememberBrowser } from "@/lib/auth/known-browser";
import { handle } from "@/lib/domains/handle";
import { env } from "@/lib/env";
import { passkeyContract } from "@/lib/passkey/contract";
import { signInWithPasskey } from "@/lib/passkey/sign-in-service";

export const POST = handle(passkeyContract.signIn, async ({ ctx, body, request, reply }) => {
  const fromDashboard = request.headers.get("from-ui")?.toLowerCase() === "true";
  const options = { secret: env().MUSTER_SECRET, fromDashboard };
  const signedIn = await signInWithPasskey(ctx, body.credential, options);
  reply["Set-Cookie"] = rememberBrowser(
    ctx.client.knownBrowser(),
    signedIn.UserName,
    isSecureRequest(request.headers),
  );
  return signedIn;
});
