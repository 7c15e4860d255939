import { linkOrigin } from "@/lib/api/origin";
import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { getMfa } from "@/lib/mfa/service";

export const GET = handle(mfaContract.state, ({ ctx, params, request }) =>
  getMfa(ctx, params.username, { rpId: new URL(linkOrigin(request)).hostname }),
);
