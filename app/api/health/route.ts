import { handle } from "@/lib/domains/handle";
import { healthContract } from "@/lib/health/contract";

export const GET = handle(healthContract.health, () => ({ status: "ok" as const }));
