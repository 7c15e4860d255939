import { handle } from "@/lib/domains/handle";
import { sessionContract } from "@/lib/session/contract";
import { signInOptions } from "@/lib/session/options-service";

export const GET = handle(sessionContract.signInOptions, ({ ctx }) => signInOptions(ctx));
