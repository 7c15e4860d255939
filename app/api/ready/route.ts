import { handle } from "@/lib/domains/handle";
import { healthContract } from "@/lib/health/contract";
import { assertReady } from "@/lib/health/service";

export const GET = handle(healthContract.ready, ({ ctx }) => assertReady(ctx));
