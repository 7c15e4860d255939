import { handle } from "@/lib/domains/handle";
import { mfaContract } from "@/lib/mfa/contract";
import { getMfa } from "@/lib/mfa/service";

export const GET = handle(mfaContract.state, ({ ctx, params }) => getMfa(ctx, params.username));
