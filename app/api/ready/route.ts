import { handle } from "@/lib/api/handle";
import { serverContract } from "@/lib/api/server-contract";
import { assertReady } from "@/lib/db/readiness";

export const GET = handle(serverContract.ready, ({ ctx }) => assertReady(ctx.db));
