import { provenIdentityCookie } from "@/lib/auth/single-sign-on/cookies";
import { handle } from "@/lib/domains/handle";
import { identityContract } from "@/lib/identity/contract";
import { linkIdentity, listIdentities } from "@/lib/identity/service";

export const GET = handle(identityContract.list, ({ ctx, params }) =>
  listIdentities(ctx, params.username),
);
export const POST = handle(identityContract.link, async ({ ctx, params, request, reply }) => {
  const linked = await linkIdentity(ctx, params.username, provenIdentityCookie.read(request));
  reply["Set-Cookie"] = provenIdentityCookie.drop(request);
  return linked;
});
