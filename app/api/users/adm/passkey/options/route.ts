import { handle } from "@/lib/domains/handle";
import { passkeyContract } from "@/lib/passkey/contract";
import { passkeySignInOptions } from "@/lib/passkey/sign-in-service";

export const POST = handle(passkeyContract.signInOptions, ({ ctx }) => passkeySignInOptions(ctx));
